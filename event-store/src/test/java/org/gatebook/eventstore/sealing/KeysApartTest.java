package org.gatebook.eventstore.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.database.Migrations;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The key store in a database of its own, while units are on the events' database. */
class KeysApartTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final MasterKey MASTER = new MasterKey(new byte[32]);
    private static final SubjectId JANE = new SubjectId("customer:1");

    private HikariDataSource own;
    private JdbcTemplate owner;
    private PostgresKeyStore keys;
    private TransactionTemplate unit;

    @BeforeEach
    void start() {
        DataSource empty = POSTGRES.emptyDatabase();
        Migrations.migrateKeys(empty, PostgresExtension.APPLICATION);
        owner = new JdbcTemplate(empty);
        HikariConfig config = new HikariConfig();
        config.setDataSource(asApplication((PGSimpleDataSource) empty));
        // One connection: whoever kept it would stop everybody else.
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5_000);
        own = new HikariDataSource(config);
        keys = PostgresKeyStore.apart(own, MASTER);
        unit = new TransactionTemplate(new JdbcTransactionManager(POSTGRES.application(2)));
    }

    private static DataSource asApplication(PGSimpleDataSource owner) {
        PGSimpleDataSource application = new PGSimpleDataSource();
        application.setUrl(owner.getUrl());
        application.setUser(PostgresExtension.APPLICATION);
        application.setPassword(PostgresExtension.PASSWORD);
        return application;
    }

    @AfterEach
    void stop() {
        own.close();
    }

    private boolean erased(SubjectId subject) {
        return Boolean.TRUE.equals(owner.queryForObject(
                "select wrapped is null from keys.subject_key where subject = ?", Boolean.class, subject.value()));
    }

    @Test
    void a_key_outlives_the_unit_that_rolled_back_and_stays_the_subjects_key() {
        byte[] sealed = unit.execute(status -> {
            status.setRollbackOnly();
            return keys.obtain(JANE).orElseThrow().seal(new byte[] {1});
        });

        assertThat(keys.obtain(JANE).orElseThrow().open(sealed)).containsExactly(1);
        assertThat(PostgresKeyStore.apart(own, MASTER)
                        .existing(JANE)
                        .orElseThrow()
                        .open(sealed))
                .containsExactly(1);
    }

    @Test
    void a_unit_holds_no_connection_of_the_key_store_while_it_goes_on() {
        unit.executeWithoutResult(status -> {
            keys.obtain(JANE);
            assertThat(CompletableFuture.supplyAsync(() -> keys.obtain(new SubjectId("customer:2")))
                            .join())
                    .isPresent();
        });
    }

    @Test
    void an_erasure_comes_with_the_commit_of_its_unit() {
        keys.obtain(JANE);

        unit.executeWithoutResult(status -> {
            keys.erase(JANE);
            assertThat(erased(JANE)).isFalse();
        });

        assertThat(erased(JANE)).isTrue();
        assertThat(keys.obtain(JANE)).isEmpty();
    }

    @Test
    void a_unit_that_fails_erases_nothing() {
        keys.obtain(JANE);

        unit.executeWithoutResult(status -> {
            keys.erase(JANE);
            status.setRollbackOnly();
        });

        assertThat(erased(JANE)).isFalse();
        assertThat(keys.obtain(JANE)).isPresent();
    }

    @Test
    void a_unit_whose_erasure_fails_does_not_commit() {
        own.close();
        JdbcTemplate events = new JdbcTemplate(((JdbcTransactionManager) unit.getTransactionManager()).getDataSource());

        assertThatThrownBy(() -> unit.executeWithoutResult(status -> {
                    events.update("insert into ops.organizer_version (slug, version) values ('forgotten', 1)");
                    keys.erase(JANE);
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(events.queryForObject(
                        "select count(*) from ops.organizer_version where slug = 'forgotten'", Long.class))
                .isZero();
    }

    @Test
    void outside_a_unit_an_erasure_is_immediate() {
        keys.obtain(JANE);
        keys.erase(JANE);
        assertThat(erased(JANE)).isTrue();
    }
}
