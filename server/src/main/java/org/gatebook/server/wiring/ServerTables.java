package org.gatebook.server.wiring;

import static org.gatebook.eventstore.backup.StoredTables.StoredTable.passing;

import org.gatebook.eventstore.backup.StoredTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a backup takes of the server itself: nothing, jobs that are due are due again. */
@Configuration(proxyBeanMethods = false)
class ServerTables {

    @Bean
    StoredTables tablesOfServer() {
        return StoredTables.of(passing("ops.scheduled_task"));
    }
}
