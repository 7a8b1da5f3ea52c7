package org.gatebook.query;

import static org.gatebook.eventstore.backup.StoredTables.StoredTable.derived;
import static org.gatebook.eventstore.backup.StoredTables.StoredTable.fact;

import org.gatebook.eventstore.backup.StoredTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a backup takes of the query side: what was published or sent, which no event could make again as it was. */
@Configuration(proxyBeanMethods = false)
class QueryTables {

    @Bean
    StoredTables tablesOfQueries() {
        return StoredTables.of(
                fact("ops.secret_feed"),
                fact("ops.revoked_secret"),
                fact("ops.blocked_secret"),
                fact("ops.mail"),
                derived("ops.event_statistics"),
                derived("ops.gift_card_statistics"));
    }
}
