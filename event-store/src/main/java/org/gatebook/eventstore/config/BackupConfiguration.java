package org.gatebook.eventstore.config;

import static org.gatebook.eventstore.backup.StoredTables.StoredTable.derived;
import static org.gatebook.eventstore.backup.StoredTables.StoredTable.fact;
import static org.gatebook.eventstore.backup.StoredTables.StoredTable.passing;

import java.util.List;
import javax.sql.DataSource;
import org.gatebook.api.installation.InstallationEvent;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.backup.LostTimes;
import org.gatebook.eventstore.backup.NumberSequences;
import org.gatebook.eventstore.backup.Restorations;
import org.gatebook.eventstore.backup.StoredTables;
import org.gatebook.eventstore.registry.EventFamily;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a backup takes of the event store, and what a restore leaves in its log. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    @Bean
    EventFamily installationEvents() {
        return EventFamily.of(InstallationEvent.class);
    }

    @Bean
    Restorations restorations(
            TransactionalUnit unit,
            EventAppender log,
            EventReader events,
            DataSource database,
            ObjectProvider<NumberSequences> sequences) {
        List<NumberSequences> all = sequences.orderedStream().toList();
        return new Restorations(unit, log, events, new JdbcTemplate(database), all);
    }

    @Bean
    LostTimes lostTimes(DataSource database) {
        return new LostTimes(new JdbcTemplate(database));
    }

    @Bean
    StoredTables tablesOfEventStore() {
        return StoredTables.of(
                fact("events.event"),
                fact("events.checkpoint"),
                fact("ops.event_kind"),
                fact("ops.organizer_version"),
                fact("ops.event_version"),
                // A client that asks again with the key of an answer that the backup holds must not be served twice.
                fact("ops.idempotency"),
                fact("ops.restoration"),
                derived("ops.claim"),
                derived("ops.usage_counter"),
                derived("ops.snapshot"),
                derived("ops.read_schema"),
                derived("ops.read_model"),
                derived("ops.token_entry"),
                derived("ops.dead_letter"),
                derived("ops.past_schema"),
                // What replays have found in this database.
                passing("ops.comparison"),
                // What Flyway has done to this database, not what is in it.
                passing("ops.schema_history"));
    }
}
