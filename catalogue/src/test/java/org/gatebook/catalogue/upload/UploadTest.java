package org.gatebook.catalogue.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.test.Asked;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.EventReach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads as the recording ordercreate/answers-file shows them (behaviour notes, orders 7.11). */
class UploadTest {

    private static final Credential SENDER = token(7);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_file_is_found_by_its_sender_for_a_day() {
        String reference = upload("proof.pdf", "application/pdf; charset=binary", "%PDF-1.4 sample");
        Instant now = Instant.now();
        UploadedFile file = read(SENDER, reference, now);
        assertThat(file).isEqualTo(new UploadedFile(UploadedFile.id(reference), "proof.pdf", "application/pdf", 15));
        byte[] content = node.read(
                "bigevents", entered -> files().content(file.id()).orElseThrow().bytes());
        assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo("%PDF-1.4 sample");
        assertThat(read(SENDER, reference, now.plus(Duration.ofHours(25)))).isNull();
        assertThat(read(token(8), reference, now)).isNull();
        assertThat(read(SENDER, "file:keep", now)).isNull();
        assertThat(read(SENDER, "file:00000000-0000-4000-8000-000000000000", now))
                .isNull();
    }

    @Test
    void what_nobody_needs_is_deleted_after_a_day() {
        UploadedFile old = read(SENDER, upload("old.png", "image/png", "x"), Instant.now());
        UploadedFile kept = read(SENDER, upload("kept.png", "image/png", "x"), Instant.now());
        UploadedFile fresh = read(SENDER, upload("fresh.png", "image/png", "x"), Instant.now());
        write(() -> {
            files().keep(old.id());
            files().release(old.id());
            files().keep(kept.id());
        });
        age(old);
        age(kept);
        assertThat(files().deleteExpired(Duration.ZERO)).isEqualTo(1);
        assertThat(content(old)).isFalse();
        assertThat(content(kept)).isTrue();
        assertThat(content(fresh)).isTrue();
        write(() -> files().release(kept.id()));
        assertThat(files().deleteExpired(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void what_is_no_picture_and_no_pdf_is_refused() {
        assertThat(refusal(() -> upload("note.txt", "text/plain", "just text")))
                .isEqualTo(List.of("Content type \"text/plain\" is not allowed"));
        assertThat(refusal(() -> upload("note.txt", "application/pdf", "just text")))
                .isEqualTo(List.of("File name \"note.txt\" has an invalid extension for type \"application/pdf\""));
        assertThat(refusal(() -> upload("proof.pdf", "application/pdf", "")))
                .isEqualTo(List.of("No file has been submitted."));
        assertThat(refusal(() -> send(Map.of("Content-Type", "image/png"), "x")))
                .asString()
                .contains("Missing filename.");
    }

    @Test
    void names_come_without_folders_and_in_any_language() {
        assertThat(ContentDisposition.fileName("attachment; filename=\"../../etc/a \\\"b\\\".pdf\""))
                .isEqualTo("a \"b\".pdf");
        assertThat(ContentDisposition.fileName("attachment; filename=plain.png"))
                .isEqualTo("plain.png");
        assertThat(ContentDisposition.fileName("attachment; filename=x.pdf; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf"))
                .isEqualTo("résumé.pdf");
        assertThat(ContentDisposition.fileName("attachment; filename*=no-such-charset''x"))
                .isNull();
        assertThat(ContentDisposition.fileName("attachment")).isNull();
        assertThat(ContentDisposition.fileName("attachment; filename=\"\"")).isNull();
        assertThat(ContentDisposition.fileName(null)).isNull();
    }

    private static String upload(String name, String mediaType, String content) {
        return send(
                Map.of("Content-Type", mediaType, "Content-Disposition", "attachment; filename=\"" + name + "\""),
                content);
    }

    private static String send(Map<String, String> headers, String content) {
        return node.write(
                "bigevents",
                entered -> ResourceClient.json(node.get(UploadEndpoint.class)
                                .upload(Asked.with(entered, "bigevents", content)
                                        .by(SENDER, "")
                                        .having(headers)))
                        .get("id")
                        .toString());
    }

    private static UploadedFile read(Credential who, String reference, Instant now) {
        return node.read(
                "bigevents", entered -> files().find(who, reference, now).orElse(null));
    }

    private static boolean content(UploadedFile file) {
        return node.read("bigevents", entered -> files().content(file.id()).isPresent());
    }

    private static void write(Runnable work) {
        node.write("bigevents", entered -> {
            work.run();
            return entered;
        });
    }

    private static void age(UploadedFile file) {
        node.get(JdbcClient.class)
                .sql("UPDATE ops.uploaded_file SET expires_at = :then WHERE id = :id")
                .param("then", Timestamp.from(Instant.now().minusSeconds(1)))
                .param("id", file.id())
                .update();
    }

    private static UploadedFiles files() {
        return node.get(UploadedFiles.class);
    }

    private static Credential token(long id) {
        return new Credential.TeamToken(id, "token", 1, new OrganizerSlug("bigevents"), Set.of(), new EventReach.All());
    }
}
