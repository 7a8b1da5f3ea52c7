package org.gatebook.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.web.answer.ApiJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SelectionTest {

    private static final Nesting ORDER =
            Nesting.none().and("positions", Nesting.none().and("seat")).and("payments");
    private static final String JSON = "{'code':'A','total':'1.00','api_meta':{'erp':1},'positions':[{'id':1,"
            + "'seat':{'name':'A1','row':'A'}},{'id':2,'seat':null}],'payments':[]}";

    @Test
    void everything_is_shown_unless_asked_otherwise() {
        assertThat(selected("expand=x")).isEqualTo(JSON);
        assertThat(Selection.of(QueryParams.parse("")).isEverything()).isTrue();
    }

    @Test
    void excluded_keys_go_wherever_they_are() {
        assertThat(selected("exclude=total&exclude=positions.seat&exclude=payments&exclude=nonsense"))
                .isEqualTo("{'code':'A','api_meta':{'erp':1},'positions':[{'id':1},{'id':2}]}");
        assertThat(selected("exclude=positions.seat.row&exclude=api_meta.erp"))
                .isEqualTo("{'code':'A','total':'1.00','api_meta':{'erp':1},'positions':[{'id':1,"
                        + "'seat':{'name':'A1'}},{'id':2,'seat':null}],'payments':[]}");
    }

    @Test
    void included_keys_are_all_that_stays() {
        assertThat(selected("include=code&include=positions.id"))
                .isEqualTo("{'code':'A','positions':[{'id':1},{'id':2}]}");
        assertThat(selected("include=positions.seat.name"))
                .isEqualTo("{'positions':[{'seat':{'name':'A1'}},{'seat':null}]}");
        assertThat(selected("include=api_meta.erp")).isEqualTo("{}");
        assertThat(selected("include=positions.nonsense")).isEqualTo("{}");
        assertThat(selected("include=nonsense")).isEqualTo("{}");
    }

    @Test
    void what_is_excluded_stays_away_though_included() {
        assertThat(selected("include=code&include=total&exclude=total")).isEqualTo("{'code':'A'}");
    }

    @Test
    void a_renderer_may_ask_what_is_wanted() {
        Selection selection = Selection.of(QueryParams.parse("include=code&include=positions.id&exclude=code"));
        assertThat(selection.wants("positions")).isTrue();
        assertThat(selection.wants("code")).isFalse();
        assertThat(selection.wants("payments")).isFalse();
    }

    @Test
    void references_are_expanded_by_name() {
        Expansion expansion = Expansion.of(
                QueryParams.parse("expand=card&expand=nonsense&expand=card.owner&expand=customer%2Ccard"),
                "card",
                "card.owner",
                "customer");
        assertThat(expansion.names()).containsExactlyInAnyOrder("card", "card.owner");
        assertThat(expansion.has("customer")).isFalse();
    }

    @Test
    void a_part_is_expanded_only_with_its_whole() {
        assertThat(Expansion.of(QueryParams.parse("expand=card.owner"), "card", "card.owner")
                        .names())
                .isEmpty();
        assertThat(Expansion.of(QueryParams.parse("expand=answers.question"), "answers.question")
                        .names())
                .containsExactly("answers.question");
    }

    private static String selected(String query) {
        ObjectNode json = (ObjectNode) ApiJson.mapper().readTree(JSON.replace('\'', '"'));
        return Selection.of(QueryParams.parse(query))
                .apply(json, ORDER)
                .toString()
                .replace('"', '\'');
    }
}
