package org.gatebook.catalogue.upload;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatebook.web.answer.Content;
import org.gatebook.web.auth.Credential;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps uploaded files: for a day, and only for whoever sent them (behaviour notes, orders 7.11); longer for each who
 * says that it needs one, for example an answer. Works within the present unit.
 */
@Component
public final class UploadedFiles {

    static final Duration KEPT_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;

    public UploadedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The file that this client refers to; empty if it has sent none like that within the last day. */
    public Optional<UploadedFile> find(Credential sender, String reference, Instant now) {
        UUID id;
        try {
            id = UploadedFile.id(reference);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return jdbc.sql("""
            SELECT name, media_type, octet_length(content) AS size
            FROM ops.uploaded_file WHERE id = :id AND sender = :sender AND expires_at > :now
            """)
                .param("id", id)
                .param("sender", name(sender))
                .param("now", Timestamp.from(now))
                .query((row, number) ->
                        new UploadedFile(id, row.getString("name"), row.getString("media_type"), row.getLong("size")))
                .optional();
    }

    /** What is in a file, whoever asks; empty once it is gone. */
    public Optional<Content.Bytes> content(UUID id) {
        return jdbc.sql("SELECT media_type, content FROM ops.uploaded_file WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Content.Bytes(row.getString("media_type"), row.getBytes("content")))
                .optional();
    }

    /** One more needs the file, until it {@linkplain #release says otherwise}. */
    public void keep(UUID id) {
        count(id, 1);
    }

    /** One less needs the file; when nobody does, it goes with the others that are too old. */
    public void release(UUID id) {
        count(id, -1);
    }

    /** Deletes what nobody needs and expired before so long. @return how many */
    public int deleteExpired(Duration ago) {
        return jdbc.sql("DELETE FROM ops.uploaded_file WHERE keepers <= 0"
                        + " AND expires_at < clock_timestamp() - make_interval(secs => :ago)")
                .param("ago", ago.toSeconds())
                .update();
    }

    UploadedFile store(Credential sender, String name, String mediaType, byte[] content, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            INSERT INTO ops.uploaded_file (id, sender, name, media_type, content, expires_at)
            VALUES (:id, :sender, :name, :media_type, :content, :expires)
            """)
                .param("id", id)
                .param("sender", name(sender))
                .param("name", name)
                .param("media_type", mediaType)
                .param("content", content)
                .param("expires", Timestamp.from(now.plus(KEPT_FOR)))
                .update();
        return new UploadedFile(id, name, mediaType, content.length);
    }

    private void count(UUID id, int by) {
        jdbc.sql("UPDATE ops.uploaded_file SET keepers = keepers + :by WHERE id = :id")
                .param("by", by)
                .param("id", id)
                .update();
    }

    private static String name(Credential sender) {
        return switch (sender) {
            case Credential.TeamToken token -> "team_token:" + token.id();
            case Credential.Device device -> "device:" + device.id();
            case Credential.Anonymous nobody -> throw new IllegalStateException("nobody uploads without a token");
        };
    }
}
