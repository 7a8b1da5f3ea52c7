package org.gatebook.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.page.QueryParams;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListDeclarationTest {

    private static final Relation<Long, String> CARD = Relation.byId("gift card");
    private static final Lookups SEVEN = Lookups.of(CARD, (Long id) -> id == 7 ? "seven" : null);
    private static final ListDeclaration MEDIA = ListDeclaration.of("m.document", "medium m", "m.id")
            .usually("m.updated desc, m.id desc")
            .filteredBy(
                    Filters.text("identifier", "m.identifier"),
                    Filters.textIgnoringCase("secret", "m.secret"),
                    Filters.containing("search", "m.name"),
                    Filters.anyText("status__in", "m.status"),
                    Filters.choice("status", "m.status", List.of("n", "p")),
                    Filters.flag("active", "m.active"),
                    Filters.since("created_since", "m.created"),
                    Filters.until("created_before", "m.created"),
                    Filters.number("value", "m.value"),
                    Filters.reference("linked_giftcard", "m.giftcard", CARD),
                    Filters.anyReference("giftcard__in", "m.giftcard", CARD))
            .orderedBy("created", "m.created")
            .orderedBy("name", "m.name nulls first", "m.name desc nulls last")
            .orderedBy("id", "m.id");

    @Nested
    class Filtering {

        @Test
        void texts_are_compared_whole_with_or_without_case() {
            assertThat(where("identifier=%20aB%20")).isEqualTo("(m.identifier = :filter_identifier)");
            assertThat(params("identifier=%20aB%20")).containsEntry("filter_identifier", "aB");
            assertThat(where("secret=x")).isEqualTo("(upper(m.secret) = upper(:filter_secret))");
        }

        @Test
        void parts_of_texts_are_no_patterns() {
            assertThat(params("search=10%25_%5C")).containsEntry("filter_search", "%10\\%\\_\\\\%");
        }

        @Test
        void an_empty_value_or_an_unknown_name_narrows_nothing() {
            assertThat(where("identifier=&status=&created_since=&linked_giftcard=&giftcard__in=&nonsense=1&value="))
                    .isEmpty();
        }

        @Test
        void flags_have_four_spellings_and_the_rest_is_no_flag() {
            for (String yes : List.of("true", "True", "1")) {
                assertThat(where("active=" + yes)).isEqualTo("(m.active)");
            }
            for (String no : List.of("false", "FALSE", "0")) {
                assertThat(where("active=" + no)).isEqualTo("(not (m.active))");
            }
            for (String neither : List.of("perhaps", "yes", "")) {
                assertThat(where("active=" + neither)).isEmpty();
            }
        }

        @Test
        void moments_include_themselves_and_may_be_days() {
            assertThat(where("created_since=2020-01-01")).isEqualTo("(m.created >= :filter_created_since)");
            assertThat(params("created_since=2020-01-01"))
                    .containsEntry("filter_created_since", OffsetDateTime.parse("2020-01-01T00:00:00Z"));
            assertThat(params("created_before=2020-01-01T02:00:00%2B02:00"))
                    .containsEntry("filter_created_before", OffsetDateTime.parse("2020-01-01T00:00:00Z"));
        }

        @Test
        void several_faults_come_together() {
            assertThat(fault("created_since=yesterday&created_before=2020-02-30&value=x"))
                    .isEqualTo(Map.of(
                            "created_since", List.of("Enter a valid date/time."),
                            "created_before", List.of("Enter a valid date/time."),
                            "value", List.of("Enter a number.")));
        }

        @Test
        void numbers_are_decimal() {
            assertThat(params("value=5.00")).containsEntry("filter_value", new BigDecimal("5.00"));
            assertThat(fault("value=NaN")).isEqualTo(Map.of("value", List.of("Enter a number.")));
        }

        @Test
        void a_choice_that_is_none_is_named() {
            assertThat(where("status=n")).isEqualTo("(m.status = :filter_status)");
            assertThat(fault("status=x"))
                    .isEqualTo(
                            Map.of("status", List.of("Select a valid choice. x is not one of the available choices.")));
        }

        @Test
        void one_of_several_texts_may_be_unknown() {
            assertThat(params("status__in=n,x")).containsEntry("filter_status__in", List.of("n", "x"));
        }

        @Test
        void an_object_must_exist() {
            String noChoice = "Select a valid choice. That choice is not one of the available choices.";
            assertThat(params("linked_giftcard=7")).containsEntry("filter_linked_giftcard", 7L);
            for (String bad : List.of("8", "abc", "-1", "99999999999999999999")) {
                assertThat(fault("linked_giftcard=" + bad)).isEqualTo(Map.of("linked_giftcard", List.of(noChoice)));
            }
            assertThat(params("giftcard__in=7,7")).containsEntry("filter_giftcard__in", List.of(7L, 7L));
            assertThat(fault("giftcard__in=7,abc")).isEqualTo(Map.of("giftcard__in", List.of(noChoice)));
        }

        @Test
        void null_characters_never_reach_the_database() {
            assertThat(fault("identifier=a%00"))
                    .isEqualTo(Map.of("identifier", List.of("Null characters are not allowed.")));
        }

        @Test
        void the_scope_of_the_endpoint_comes_first() {
            ListQuery query = MEDIA.read(QueryParams.parse("active=1"), SEVEN)
                    .within("m.organizer = :organizer", "organizer", "o");
            assertThat(query.countSql())
                    .isEqualTo("select count(*) from medium m where (m.organizer = :organizer) and (m.active)");
            assertThat(query.params()).containsEntry("organizer", "o");
        }

        @Test
        void the_declaration_describes_its_parameters() {
            assertThat(MEDIA.describe()).extracting(FieldDescription::name).contains("identifier", "giftcard__in");
            assertThat(MEDIA.orders()).containsExactly("created", "name", "id");
        }

        @Property
        void what_a_client_sends_is_never_sql(@ForAll String value) {
            QueryParams params = QueryParams.parse("")
                    .with("identifier", value)
                    .with("search", value)
                    .with("ordering", value);
            try {
                assertThat(MEDIA.read(params, SEVEN).rowsSql())
                        .doesNotContain("'")
                        .doesNotContain(";");
            } catch (Rejected rejected) {
                assertThat(rejected.error().status()).isEqualTo(400);
            }
        }
    }

    @Nested
    class Ordering {

        @Test
        void is_the_usual_one_when_nothing_valid_is_asked_for() {
            for (String unknown : List.of("", "datetime", "-datetime,notes", "m.id", "-")) {
                assertThat(order(unknown)).as(unknown).isEqualTo("m.updated desc, m.id desc");
            }
        }

        @Test
        void gives_ties_to_the_higher_id() {
            assertThat(order("created")).isEqualTo("m.created, m.id desc");
            assertThat(order("-created")).isEqualTo("m.created desc, m.id desc");
        }

        @Test
        void drops_unknown_names_and_keeps_the_others() {
            assertThat(order("active, id")).isEqualTo("m.id");
            assertThat(order("-id,created")).isEqualTo("m.id desc, m.created");
        }

        @Test
        void may_differ_by_direction() {
            assertThat(order("-name")).isEqualTo("m.name desc nulls last, m.id desc");
        }

        private static String order(String asked) {
            String sql = MEDIA.read(QueryParams.parse("").with("ordering", asked), SEVEN)
                    .rowsSql();
            return sql.replaceFirst(".* order by ", "").replaceFirst(" limit .*", "");
        }
    }

    private static String where(String query) {
        String sql = MEDIA.read(QueryParams.parse(query), SEVEN).countSql();
        return sql.replaceFirst("^select count\\(\\*\\) from medium m( where )?", "");
    }

    private static Map<String, Object> params(String query) {
        return MEDIA.read(QueryParams.parse(query), SEVEN).params();
    }

    private static Object fault(String query) {
        Rejected rejected = catchThrowableOfType(Rejected.class, () -> MEDIA.read(QueryParams.parse(query), SEVEN));
        assertThat(rejected.error().status()).isEqualTo(400);
        return rejected.error().body();
    }
}
