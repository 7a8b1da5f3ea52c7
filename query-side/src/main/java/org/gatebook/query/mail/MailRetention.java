package org.gatebook.query.mail;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes mails out of the outbox that were sent or given up long ago. What was to be told stays in the log. */
@Component
public class MailRetention {

    private final JdbcClient jdbc;

    MailRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes what was settled before so long. @return how many */
    public int deleteOlderThan(Duration kept) {
        return jdbc.sql("""
            delete from ops.mail
             where state <> 'waiting' and settled < clock_timestamp() - make_interval(secs => :kept)
            """).param("kept", kept.toSeconds()).update();
    }
}
