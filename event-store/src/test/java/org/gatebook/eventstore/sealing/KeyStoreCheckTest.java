package org.gatebook.eventstore.sealing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.database.Migrations;
import org.gatebook.eventstore.sealing.KeyStoreCheck.UnfitKeyStore;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyStoreCheckTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void the_store_of_a_log_fits_it_and_no_other_does() {
        DataSource events = POSTGRES.application(4);
        DataSource elsewhere = POSTGRES.emptyDatabase();
        Migrations.migrateKeys(elsewhere, PostgresExtension.APPLICATION);
        PostgresKeyStore empty = PostgresKeyStore.apart(elsewhere, new MasterKey(new byte[32]));
        try (TestStore store = TestStore.open(events, CounterReadModels.class)) {
            assertThatCode(() -> new KeyStoreCheck(events, empty).check())
                    .as("before the first event")
                    .doesNotThrowAnyException();
            new Counters(store).open(1);

            assertThatCode(store.get(KeyStoreCheck.class)::check).doesNotThrowAnyException();
            assertThatThrownBy(new KeyStoreCheck(events, empty)::check)
                    .isInstanceOf(UnfitKeyStore.class)
                    .hasMessageContaining("newest event");
            byte[] other = new byte[32];
            other[0] = 1;
            assertThatThrownBy(new KeyStoreCheck(events, PostgresKeyStore.beside(events, new MasterKey(other)))::check)
                    .isInstanceOf(UnfitKeyStore.class)
                    .hasMessageContaining("master key");
            store.get(SubjectKeys.class).erase(new SubjectId("counter:1"));
            assertThatCode(store.get(KeyStoreCheck.class)::check)
                    .as("an erased subject is not a lost one")
                    .doesNotThrowAnyException();
        }
    }
}
