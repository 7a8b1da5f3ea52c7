package org.gatebook.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.Page;
import org.gatebook.web.page.QueryParams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class ListQueryTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final ListDeclaration LIST = ListDeclaration.of("l.name", "listed l", "l.id")
            .usually("l.created, l.id")
            .filteredBy(
                    Filters.text("name", "l.name"),
                    Filters.textIgnoringCase("secret", "l.name"),
                    Filters.containing("search", "l.name"),
                    Filters.anyText("name__in", "l.name"),
                    Filters.flag("active", "l.active"),
                    Filters.since("created_since", "l.created"),
                    Filters.until("created_before", "l.created"),
                    Filters.number("amount", "l.amount"))
            .orderedBy("amount", "l.amount")
            .orderedBy("id", "l.id");

    private static JdbcClient jdbc;

    @BeforeAll
    static void rows() {
        jdbc = JdbcClient.create(POSTGRES.emptyDatabase());
        jdbc.sql("""
            create table listed (id bigint, owner text, name text, active boolean, amount numeric(13, 2),
                created timestamptz)
            """).update();
        jdbc.sql("""
            insert into listed values
                (1, 'a', 'AA', true, 5, '2024-01-01T00:00:00Z'),
                (2, 'a', 'aA', false, 5, '2024-01-02T00:00:00.000001Z'),
                (3, 'a', 'aa', true, 1, '2024-01-03T00:00:00Z'),
                (4, 'a', '10%_\\', true, 9, '2024-01-04T00:00:00Z'),
                (5, 'b', 'aa', true, 9, '2024-01-05T00:00:00Z')
            """).update();
    }

    @Test
    void filters_narrow_what_the_endpoint_allows() {
        assertThat(names("")).isEqualTo("AA aA aa 10%_\\");
        assertThat(names("name=aa")).isEqualTo("aa");
        assertThat(names("secret=aa")).isEqualTo("AA aA aa");
        assertThat(names("search=%25_")).isEqualTo("10%_\\");
        assertThat(names("search=%5C")).isEqualTo("10%_\\");
        assertThat(names("name__in=AA,aa,zz")).isEqualTo("AA aa");
        assertThat(names("active=false")).isEqualTo("aA");
        assertThat(names("amount=5.0&active=true")).isEqualTo("AA");
    }

    @Test
    void a_moment_counts_itself_to_the_microsecond() {
        assertThat(names("created_since=2024-01-02T00:00:00.000001Z")).startsWith("aA");
        assertThat(names("created_since=2024-01-02T00:00:00.000002Z")).startsWith("aa");
        assertThat(names("created_before=2024-01-02")).isEqualTo("AA");
    }

    @Test
    void the_order_is_total() {
        assertThat(names("ordering=amount")).isEqualTo("aa aA AA 10%_\\");
        assertThat(names("ordering=-id")).isEqualTo("10%_\\ aa aA AA");
    }

    @Test
    void rows_found_first_are_the_same_rows_in_the_same_order() {
        ListDeclaration found = ListDeclaration.of("l.name", "listed l join listed m on m.id = l.id", "l.id")
                .usually("l.created, l.id")
                .filteredBy(Filters.flag("active", "l.active"), Filters.number("amount", "m.amount"))
                .orderedBy("amount", "m.amount")
                .rowsFoundFirst("listed l", "m.");
        for (String asked :
                List.of("", "page_size=2&page=2", "active=true&page_size=2", "ordering=-amount", "amount=9")) {
            Page<String> page =
                    found.read(QueryParams.parse(asked), Lookups.none()).page(jdbc, (row, number) -> row.getString(1));
            assertThat(page.rows()).as(asked).isNotEmpty();
            assertThat(page)
                    .as(asked)
                    .isEqualTo(found.rowsFoundFirst("listed l join listed m on m.id = l.id", "never")
                            .read(QueryParams.parse(asked), Lookups.none())
                            .page(jdbc, (row, number) -> row.getString(1)));
        }
        assertThat(found.read(QueryParams.parse("page=2&page_size=2"), Lookups.none())
                        .page(jdbc, (row, number) -> row.getString(1))
                        .rows())
                .containsExactly("aa", "10%_\\");
    }

    @Test
    void pages_follow_each_other() {
        Page<String> second = page("page_size=3&page=2");
        assertThat(second.rows()).containsExactly("10%_\\");
        assertThat(second.count()).isEqualTo(4);
        assertThat(second.hasNext()).isFalse();
        assertThat(page("page_size=3").hasNext()).isTrue();
        assertThat(page("page_size=3&page=last").number()).isEqualTo(2);
        assertThat(page("page_size=4").count()).isEqualTo(4);
    }

    @Test
    void an_empty_list_has_one_page() {
        assertThat(page("name=none").count()).isZero();
        assertThat(page("name=none&page=last").number()).isEqualTo(1);
        assertThatThrownBy(() -> page("name=none&page=2")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> page("page_size=2&page=3")).isInstanceOf(Rejected.class);
    }

    @Test
    void a_quick_count_is_believed_for_the_whole_list_and_not_asked_for_a_part() {
        assertThat(quicklyCounted("page_size=1").count()).isEqualTo(1000);
        assertThat(quicklyCounted("page_size=1&name=none").count()).isZero();
        assertThat(quicklyCounted("page_size=50").count()).isLessThan(50);
    }

    @Test
    void a_quick_count_of_a_filter_serves_whoever_narrows_by_it_alone() {
        assertThat(countedByName("name=aa&page_size=1").count()).isEqualTo(77);
        assertThat(countedByName("name=aa&active=true&page_size=1").count()).isEqualTo(1);
        assertThat(countedByName("page_size=1").count()).isEqualTo(4);
    }

    private static Page<String> countedByName(String query) {
        return LIST.read(QueryParams.parse(query), Lookups.none())
                .within("l.owner = :owner", "owner", "a")
                .countedBy("name", () -> 77)
                .page(jdbc, (row, index) -> row.getString(1));
    }

    private Page<String> quicklyCounted(String query) {
        return LIST.read(QueryParams.parse(query), Lookups.none())
                .within("l.owner = :owner", "owner", "a")
                .countedBy(() -> 1000)
                .page(jdbc, (row, index) -> row.getString(1));
    }

    @Test
    void a_bounded_count_stops_early_and_pages_beyond_it_are_still_there() {
        ListQuery query = LIST.read(QueryParams.parse("page_size=1&page=3"), Lookups.none())
                .within("l.owner = :owner", "owner", "a")
                .countedAtMost(2);
        Page<String> page = query.page(jdbc, (row, index) -> row.getString("name"));
        assertThat(page.count()).isEqualTo(2);
        assertThat(page.rows()).containsExactly("aa");
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void a_page_is_reached_at_its_place_and_as_usual_where_the_client_narrows() {
        assertThat(reached("page_size=1").rows()).containsExactly("AA");
        assertThat(reached("page_size=1&page=3").rows()).containsExactly("aa");
        assertThat(reached("page_size=1&page=last").rows()).containsExactly("10%_\\");
        assertThat(reached("page_size=1&page=2&secret=aa").rows()).containsExactly("aA");
        assertThatThrownBy(() -> reached("page_size=1&page=5")).isInstanceOf(Rejected.class);
    }

    /** Its rows have the numbers 1 to 4, which tell their places. */
    private static Page<String> reached(String query) {
        return LIST.read(QueryParams.parse(query), Lookups.none())
                .within("l.owner = :owner", "owner", "a")
                .reachedBy((from, to) -> new Condition(
                        "l.id > :place_from and l.id <= :place_to", Map.of("place_from", from, "place_to", to)))
                .page(jdbc, (row, index) -> row.getString("name"));
    }

    private static String names(String query) {
        return String.join(" ", page(query).rows());
    }

    private static Page<String> page(String query) {
        return LIST.read(QueryParams.parse(query), Lookups.none())
                .within("l.owner = :owner", "owner", "a")
                .page(jdbc, (row, index) -> row.getString("name"));
    }
}
