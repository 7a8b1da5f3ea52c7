package org.gatebook.eventstore.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PendingWritesTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final JdbcTemplate outside = new JdbcTemplate(POSTGRES.owner());
    private CountingDataSource sent;
    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;

    @BeforeEach
    void table() {
        outside.execute("drop table if exists noted");
        outside.execute("create table noted (id bigint primary key check (id > 0))");
        sent = new CountingDataSource(POSTGRES.owner());
        PendingWritesDataSource waiting = new PendingWritesDataSource(sent);
        jdbc = new JdbcTemplate(waiting);
        transaction = new TransactionTemplate(new JdbcTransactionManager(waiting));
    }

    private static Write note(long id) {
        return new Write("insert into noted (id) values (?)", (statement, before) -> {
            statement.setLong(before + 1, id);
            return before + 1;
        });
    }

    private void write(long... ids) {
        PendingWrites.write(
                jdbc, LongStream.of(ids).mapToObj(PendingWritesTest::note).toList());
    }

    private List<Long> noted() {
        return outside.queryForList("select id from noted order by id", Long.class);
    }

    @Test
    void writes_wait_for_the_commit() {
        transaction.executeWithoutResult(status -> {
            write(1, 2);
            write(3);
            assertThat(sent.statements()).isEmpty();
        });

        assertThat(noted()).containsExactly(1L, 2L, 3L);
        assertThat(sent.statements()).hasSize(3);
    }

    @Test
    void writes_travel_in_one_trip_with_the_commit() {
        transaction.executeWithoutResult(status -> write(1, 2));

        assertThat(sent.trips()).containsExactly("insert into noted (id) values (?);\n".repeat(2) + "commit");
    }

    @Test
    void whoever_asks_in_between_sees_them() {
        transaction.executeWithoutResult(status -> {
            write(1);
            assertThat(jdbc.queryForObject("select count(*) from noted", Long.class))
                    .isEqualTo(1);
        });

        assertThat(noted()).containsExactly(1L);
    }

    @Test
    void what_is_rolled_back_is_never_sent() {
        transaction.executeWithoutResult(status -> {
            write(1);
            status.setRollbackOnly();
        });

        assertThat(sent.statements()).isEmpty();
        assertThat(noted()).isEmpty();
    }

    @Test
    void a_savepoint_keeps_what_was_written_before_it() {
        transaction.executeWithoutResult(status -> {
            write(1);
            Object savepoint = status.createSavepoint();
            write(2);
            status.rollbackToSavepoint(savepoint);
            write(3);
        });

        assertThat(noted()).containsExactly(1L, 3L);
    }

    @Test
    void a_write_that_fails_takes_the_transaction_with_it() {
        outside.update("insert into noted (id) values (2)");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.update("insert into noted (id) values (1)");
                    write(2);
                }))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(noted()).containsExactly(2L);
        transaction.executeWithoutResult(status -> write(4));
        assertThat(noted()).containsExactly(2L, 4L);
    }

    @Test
    void many_writes_take_several_trips() {
        transaction.executeWithoutResult(
                status -> write(LongStream.rangeClosed(1, 40).toArray()));

        assertThat(noted()).hasSize(40);
        assertThat(sent.trips()).hasSize(3);
    }

    @Test
    void outside_of_a_transaction_nothing_waits() {
        write(1);

        assertThat(noted()).containsExactly(1L);
    }

    @Test
    void a_connection_that_cannot_wait_sends_at_once() {
        PendingWrites.write(outside, List.of(note(1), note(2)));

        assertThat(noted()).containsExactly(1L, 2L);
    }
}
