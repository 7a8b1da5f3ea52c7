package org.gatebook.catalogue;

import static org.gatebook.eventstore.backup.StoredTables.StoredTable.fact;

import org.gatebook.eventstore.backup.StoredTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a backup takes of the catalogue: secret fields of documents are in no event. */
@Configuration(proxyBeanMethods = false)
class CatalogueTables {

    @Bean
    StoredTables tablesOfCatalogue() {
        return StoredTables.of(fact("ops.resource"), fact("ops.uploaded_file"));
    }
}
