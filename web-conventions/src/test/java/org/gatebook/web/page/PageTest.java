package org.gatebook.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RawJson;
import org.gatebook.web.error.Rejected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String ADDRESS = "https://tickets.example/api/v1/organizers/o/giftcards/";

    @Nested
    class Asked {

        @Test
        void the_first_fifty_rows_are_the_usual_page() {
            assertThat(asked("")).isEqualTo(new PageAsked(1, 50));
            assertThat(asked("page=&page_size=")).isEqualTo(new PageAsked(1, 50));
        }

        @Test
        void a_size_is_at_most_fifty_and_nonsense_is_ignored() {
            assertThat(asked("page_size=2").size()).isEqualTo(2);
            assertThat(asked("page_size=51").size()).isEqualTo(50);
            assertThat(asked("page_size=99999999999999999999").size()).isEqualTo(50);
            for (String nonsense : List.of("0", "-1", "many", "2.5")) {
                assertThat(asked("page_size=" + nonsense).size()).as(nonsense).isEqualTo(50);
            }
        }

        @Test
        void the_last_page_has_a_name() {
            assertThat(asked("page=last").number()).isNull();
        }

        @Test
        void other_pages_are_not_there() {
            for (String page : List.of("0", "-1", "x", "abc", "99999999999", "1.5")) {
                Rejected rejected = catchThrowableOfType(Rejected.class, () -> asked("page=" + page));
                assertThat(rejected.error().status()).as(page).isEqualTo(404);
                assertThat(rejected.error().body()).isEqualTo(Map.of("detail", "Invalid page."));
            }
        }

        private static PageAsked asked(String query) {
            return PageAsked.of(QueryParams.parse(query));
        }
    }

    @Nested
    class Links {

        @Test
        void keep_every_parameter_sorted_by_name() {
            PageLinks links = links("secret=aa-1&page_size=2");
            assertThat(links.page(2)).isEqualTo(ADDRESS + "?page=2&page_size=2&secret=aa-1");
        }

        @Test
        void to_the_first_page_have_no_number() {
            assertThat(links("secret=aa&page=2&page_size=1").page(1)).isEqualTo(ADDRESS + "?page_size=1&secret=aa");
            assertThat(links("page=2").page(1)).isEqualTo(ADDRESS);
        }

        @Test
        void keep_repeated_parameters_in_their_order() {
            assertThat(links("exclude=b&page=1&exclude=a&empty").page(2))
                    .isEqualTo(ADDRESS + "?empty=&exclude=b&exclude=a&page=2");
        }

        @Test
        void encode_as_the_reference_does() {
            assertThat(links("email=o.x%40example.org&name=a%20b~*&d=1+2").page(2))
                    .isEqualTo(ADDRESS + "?d=1+2&email=o.x%40example.org&name=a+b~%2A&page=2");
        }

        @Test
        void stand_in_the_envelope_when_there_is_such_a_page() {
            assertThat(json(new Page<>(3, 1, 2, List.of("a", "b")), "page_size=2"))
                    .isEqualTo("{\"count\":3,\"next\":\"" + ADDRESS
                            + "?page=2&page_size=2\",\"previous\":null,\"results\":[\"a\",\"b\"]}");
            assertThat(json(new Page<>(3, 2, 2, List.of("c")), "page_size=2&page=2"))
                    .isEqualTo("{\"count\":3,\"next\":null,\"previous\":\"" + ADDRESS
                            + "?page_size=2\",\"results\":[\"c\"]}");
        }

        @Test
        void ready_rows_stand_in_the_envelope_as_they_are() {
            List<RawJson> rows = List.of(new RawJson("{\"a\": 1}"), new RawJson("[\"é\"]"));
            assertThat(json(new Page<>(3, 1, 2, rows), ""))
                    .isEqualTo("{\"count\":3,\"next\":\"" + ADDRESS
                            + "?page=2\",\"previous\":null,\"results\":[{\"a\": 1},[\"é\"]]}");
        }

        private static String json(Page<?> page, String query) {
            return ApiJson.mapper().writeValueAsString(page.toJson(links(query)));
        }

        private static PageLinks links(String query) {
            return new PageLinks(ADDRESS, QueryParams.parse(query));
        }
    }

    @Property
    void a_link_leads_to_its_page_with_the_same_parameters(
            @ForAll("queries") String query, @ForAll @IntRange(min = 2, max = 9999) int number) {
        QueryParams sent = QueryParams.parse(query);
        String link = new PageLinks(ADDRESS, sent).page(number);
        QueryParams followed = QueryParams.parse(link.substring(ADDRESS.length() + 1));
        assertThat(followed.get("page")).isEqualTo(Integer.toString(number));
        assertThat(followed.with("page", null).asMap())
                .isEqualTo(sent.with("page", null).asMap());
    }

    @Property
    void any_query_can_be_read(@ForAll String query) {
        QueryParams read = QueryParams.parse(query);
        assertThat(QueryParams.parse(read.toSortedQuery()).asMap().keySet())
                .containsExactlyInAnyOrderElementsOf(read.asMap().keySet());
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> word = Arbitraries.strings()
                .withChars("abp%&=+ é~*_.-/")
                .ofMaxLength(6)
                .map(text -> java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8));
        return word.flatMap(name -> word.map(value -> name + "=" + value))
                .list()
                .ofMaxSize(5)
                .map(pairs -> String.join("&", pairs));
    }
}
