package org.gatebook.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatebook.server.settings.SettingsException;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void the_form_of_other_postgresql_programs_is_understood() {
        assertThat(DatabaseAddress.parse("X", "postgresql://app:p%40ss@db.example:6432/tickets?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:6432/tickets?sslmode=require", "app", "p@ss"));
    }

    @Test
    void so_is_the_form_of_jdbc() {
        assertThat(DatabaseAddress.parse("X", "jdbc:postgresql://db/tickets?user=app&password=p&sslmode=require"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/tickets?sslmode=require", "app", "p"));
    }

    @Test
    void what_is_no_address_is_refused_without_showing_it() {
        assertThatThrownBy(() -> DatabaseAddress.parse("GATEBOOK_DATABASE_URL", "mysql://app:hidden@db/x"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("GATEBOOK_DATABASE_URL")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void an_address_never_shows_its_password() {
        assertThat(new DatabaseAddress("jdbc:postgresql://db/x", "app", "hidden").toString())
                .doesNotContain("hidden");
    }
}
