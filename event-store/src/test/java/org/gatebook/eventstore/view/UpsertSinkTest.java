package org.gatebook.eventstore.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.gatebook.eventstore.ReadModel.Table;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

class UpsertSinkTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final Table HEAD = new Table("head", List.of("id"), List.of("id", "text"));
    private static final Table LINE = new Table("line", List.of("id"), List.of("id", "text", "document:json"));

    private CountingDataSource database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void tables() {
        database = new CountingDataSource(POSTGRES.owner());
        jdbc = new JdbcTemplate(database);
        jdbc.execute("drop table if exists head, line");
        jdbc.execute("create table head (id bigint primary key, text text)");
        jdbc.execute("create table line (id bigint primary key, text text, document json)");
        database.reset();
    }

    private void write(String text, int lines) {
        UpsertSink sink = new UpsertSink();
        sink.row(HEAD, 1L, text);
        LongStream.range(0, lines).forEach(id -> sink.row(LINE, id, id % 3 == 0 ? null : text, "{}"));
        sink.write(jdbc);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 50, 300})
    void any_number_of_rows_is_written_and_written_over(int lines) {
        write("first", lines);
        write("second", lines);

        assertThat(jdbc.queryForObject("select text from head", String.class)).isEqualTo("second");
        assertThat(jdbc.queryForObject("select count(*) from line where text = 'second' or id % 3 = 0", Long.class))
                .isEqualTo(lines);
    }

    @Test
    void rows_of_a_table_share_a_statement() {
        write("first", 10);

        assertThat(database.statements())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("insert into head "),
                        eight -> assertThat(eight).startsWith("insert into line "),
                        two -> assertThat(two).startsWith("insert into line "));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 50, 500})
    void many_rows_of_a_table_take_no_more_statements_than_sixteen(int lines) {
        write("first", lines);

        assertThat(database.statements())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("insert into head "),
                        all -> assertThat(all).startsWith("insert into line "));
    }

    @Test
    void new_rows_are_inserted_without_looking_for_older_ones() {
        UpsertSink sink = new UpsertSink();
        sink.newRows().row(HEAD, 1L, "new");
        sink.row(HEAD, 2L, "any");
        sink.newRows().row(Table.merged("line", List.of("id"), List.of("id", "text")), 1L, "met");
        sink.write(jdbc);

        assertThat(database.statements())
                .satisfiesExactly(
                        fresh -> assertThat(fresh)
                                .startsWith("insert into head ")
                                .doesNotContain("on conflict"),
                        any -> assertThat(any).startsWith("insert into head ").contains("on conflict"),
                        merged -> assertThat(merged)
                                .startsWith("insert into line ")
                                .contains("on conflict"));
    }

    @Test
    void a_new_row_that_was_there_is_refused() {
        write("first", 0);
        UpsertSink sink = new UpsertSink();
        sink.newRows().row(HEAD, 1L, "again");

        assertThatThrownBy(() -> sink.write(jdbc)).isInstanceOf(DuplicateKeyException.class);
        assertThat(jdbc.queryForObject("select text from head", String.class)).isEqualTo("first");
    }
}
