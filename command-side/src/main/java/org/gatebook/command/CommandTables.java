package org.gatebook.command;

import static org.gatebook.eventstore.backup.StoredTables.StoredTable.derived;

import org.gatebook.eventstore.backup.StoredTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a backup takes of the command side: nothing, its ledgers are made of the events. */
@Configuration(proxyBeanMethods = false)
class CommandTables {

    @Bean
    StoredTables tablesOfCommands() {
        return StoredTables.of(derived("ops.invoice_sequence"));
    }
}
