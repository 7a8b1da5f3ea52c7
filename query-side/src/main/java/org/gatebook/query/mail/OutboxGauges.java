package org.gatebook.query.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gauges of the outbox: whether mail leaves, and how much of it was given up. Both read the end of a small index. */
@Component
class OutboxGauges implements MeterBinder {

    private final JdbcClient jdbc;

    OutboxGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gatebook.mail.late.seconds", this, OutboxGauges::late)
                .description("How long the mail that is due longest has been due")
                .register(registry);
        Gauge.builder("gatebook.mail.failed", this, OutboxGauges::failed)
                .description("Mails that were given up, of the last seven days")
                .register(registry);
    }

    private double late() {
        return jdbc.sql("""
            select greatest(0, coalesce(extract(epoch from clock_timestamp() - min(due)), 0))
              from ops.mail where state = 'waiting'
            """).query(Double.class).single();
    }

    private double failed() {
        return jdbc.sql("""
            select count(*) from ops.mail
             where state = 'failed' and settled > clock_timestamp() - interval '7 days'
            """).query(Double.class).single();
    }
}
