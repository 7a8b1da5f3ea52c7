package org.gatebook.web.form.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatebook.web.form.Bodies.verdict;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.idOrText;
import static org.gatebook.web.form.reference.References.ids;
import static org.gatebook.web.form.reference.References.slug;
import static org.gatebook.web.form.reference.References.slugs;
import static org.gatebook.web.form.reference.References.someIds;

import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final Relation<Long, String> CARD = Relation.byId("gift card");
    private static final Relation<String, String> CUSTOMER = Relation.byText("customer");
    private static final Lookups SEVEN = Lookups.of(CARD, (Long id) -> id == 7 ? "seven" : null)
            .and(CUSTOMER, (String code) -> code.equals("ABC") ? "Anna" : null);

    @Test
    void an_id_is_a_number_or_its_text() {
        assertThat(verdict(id(CARD), "7", SEVEN)).isEqualTo("ok seven");
        assertThat(verdict(id(CARD), "' 7 '", SEVEN)).isEqualTo("ok seven");
        assertThat(verdict(id(CARD), "7.9", SEVEN)).isEqualTo("ok seven");
    }

    @Test
    void an_unknown_id_is_shown_as_it_was_sent() {
        assertThat(verdict(id(CARD), "999999999", SEVEN))
                .isEqualTo("Invalid pk \"999999999\" - object does not exist.");
        assertThat(verdict(id(CARD), "' 8'", SEVEN)).isEqualTo("Invalid pk \" 8\" - object does not exist.");
        assertThat(verdict(id(CARD), "8.5", SEVEN)).isEqualTo("Invalid pk \"8.5\" - object does not exist.");
        assertThat(verdict(id(CARD), "99999999999999999999", SEVEN))
                .isEqualTo("Invalid pk \"99999999999999999999\" - object does not exist.");
        assertThat(verdict(id(CARD), "-1", SEVEN)).isEqualTo("Invalid pk \"-1\" - object does not exist.");
    }

    @Test
    void other_types_are_named() {
        assertThat(verdict(id(CARD), "'abc'", SEVEN)).isEqualTo("Incorrect type. Expected pk value, received str.");
        assertThat(verdict(id(CARD), "[7]", SEVEN)).isEqualTo("Incorrect type. Expected pk value, received list.");
        assertThat(verdict(id(CARD), "{'id': 7}", SEVEN))
                .isEqualTo("Incorrect type. Expected pk value, received dict.");
        assertThat(verdict(id(CARD), "true", SEVEN)).isEqualTo("Incorrect type. Expected pk value, received bool.");
    }

    @Test
    void an_empty_text_is_null() {
        assertThat(verdict(id(CARD), "''", SEVEN)).isEqualTo("This field may not be null.");
        assertThat(verdict(slug("code", CUSTOMER), "''", SEVEN)).isEqualTo("This field may not be null.");
    }

    @Test
    void a_text_may_be_a_secret_instead() {
        var owner = idOrText(CARD, CUSTOMER);
        assertThat(verdict(owner, "7", SEVEN)).isEqualTo("ok seven");
        assertThat(verdict(owner, "'ABC'", SEVEN)).isEqualTo("ok Anna");
        assertThat(verdict(owner, "'7'", SEVEN)).isEqualTo("Invalid pk \"7\" - object does not exist.");
        assertThat(verdict(owner, "1.5", SEVEN)).isEqualTo("Incorrect type. Expected pk value, received float.");
    }

    @Test
    void a_text_of_its_own_is_named_in_the_message() {
        assertThat(verdict(slug("identifier", CUSTOMER), "'ABC'", SEVEN)).isEqualTo("ok Anna");
        assertThat(verdict(slug("identifier", CUSTOMER), "'NOSUCH'", SEVEN))
                .isEqualTo("Object with identifier=NOSUCH does not exist.");
        assertThat(verdict(slug("identifier", CUSTOMER), "5", SEVEN))
                .isEqualTo("Object with identifier=5 does not exist.");
        assertThat(verdict(slug("identifier", CUSTOMER), "'a\\u0000'", SEVEN)).isEqualTo("Invalid value.");
    }

    @Test
    void a_list_ends_at_its_first_fault() {
        assertThat(verdict(ids(CARD), "[7, '7']", SEVEN)).isEqualTo("ok [seven, seven]");
        assertThat(verdict(ids(CARD), "[7, 8, 'x']", SEVEN)).isEqualTo("Invalid pk \"8\" - object does not exist.");
        assertThat(verdict(ids(CARD), "['door']", SEVEN)).isEqualTo("Incorrect type. Expected pk value, received str.");
        assertThat(verdict(ids(CARD), "7", SEVEN)).isEqualTo("Expected a list of items but got type \"int\".");
        assertThat(verdict(ids(CARD), "'all'", SEVEN)).isEqualTo("Expected a list of items but got type \"str\".");
        assertThat(verdict(ids(CARD), "[]", SEVEN)).isEqualTo("ok []");
        assertThat(verdict(someIds(CARD), "[]", SEVEN)).isEqualTo("This list may not be empty.");
        assertThat(verdict(slugs("identifier", CUSTOMER), "['ABC', 'nowhere']", SEVEN))
                .isEqualTo("Object with identifier=nowhere does not exist.");
    }

    @Test
    void a_relation_that_nobody_can_look_up_is_a_defect() {
        assertThatThrownBy(() -> verdict(id(CARD), "7")).isInstanceOf(IllegalStateException.class);
    }
}
