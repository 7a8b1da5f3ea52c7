package org.gatebook.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Predicate;
import org.gatebook.web.page.QueryParams;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final Predicate<Instant> LOST = Instant.parse("2026-11-27T02:00:00Z")::isBefore;

    @Test
    void who_knows_what_is_lost_gets_everything_anew_and_its_next_page_still_says_since_when() {
        QueryParams sent = QueryParams.parse(
                "ordering=-last_modified&modified_since=2026-11-27T03:00:00.000001%2B00:00&testmode=false");
        assertThat(Cursors.anew(sent, LOST).toSortedQuery())
                .isEqualTo("modified_since=1970-01-01T00%3A00%3A00Z&ordering=-last_modified&testmode=false");
    }

    @Test
    void others_go_on_from_where_they_were() {
        QueryParams sent =
                QueryParams.parse("created_since=2026-11-27T01:59:59Z&updated_since=soon&subevent_after=2027-01-01");
        assertThat(Cursors.anew(sent, LOST)).isSameAs(sent);
    }
}
