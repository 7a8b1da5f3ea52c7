package org.gatebook.command.ticket.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.ticket.Door.Occasion;
import org.gatebook.command.ticket.rule.EntryFacts.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EntryRulesTest {

    private static final long TICKET = 5;
    private static final long WORKSHOP = 6;
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant START = Instant.parse("2035-05-05T18:00:00Z");
    private static final Instant ADMISSION = Instant.parse("2035-05-05T17:00:00Z");
    private static final Instant END = Instant.parse("2035-05-06T02:00:00Z");

    private static final String WORKSHOP_ONLY =
            "{'inList': [{'var': 'product'}, {'objectList': [{'lookup': ['product', '6', 'x']}]}]}";
    private static final String TICKET_ONLY =
            "{'inList': [{'var': 'product'}, {'objectList': [{'lookup': ['product', '5', 'x']}]}]}";
    private static final String IN_2090 =
            "{'isAfter': [{'var': 'now'}, {'buildTime': ['custom', '2090-01-01T10:00:00+00:00']}, null]}";

    private Instant at = NOW;
    private ZoneId zone = ZoneId.of("UTC");
    private final List<Passage> passages = new ArrayList<>();

    @Test
    void no_rules_let_everybody_in() {
        assertThat(allowed("{}")).isTrue();
        assertThat(allowed("{'and': []}")).isTrue();
        assertThat(allowed("{'or': []}")).isFalse();
    }

    @Test
    void a_product_that_is_not_listed_is_named_as_the_ticket_type() {
        assertThat(allowed(TICKET_ONLY)).isTrue();
        assertThat(refusal(WORKSHOP_ONLY)).isEqualTo("Ticket type not allowed");
        assertThat(refusal("{'inList': [{'var': 'variation'}, {'objectList': [{'lookup': ['variation', 61, 'x']}]}]}"))
                .isEqualTo("Ticket type not allowed");
    }

    @Test
    void entries_are_counted() {
        String two = "{'and': [{'<': [{'var': 'entries_number'}, 2]}]}";
        enter("2026-11-25T10:00:00Z");
        assertThat(allowed(two)).isTrue();
        leave("2026-11-25T11:00:00Z");
        enter("2026-11-26T10:00:00Z");
        assertThat(refusal(two)).isEqualTo("Maximum number of entries exceeded");
        assertThat(refusal("{'==': [{'var': 'entries_today'}, 7]}")).isEqualTo("number of entries today is not 7");
        assertThat(refusal("{'!=': [{'var': 'entries_days'}, 2]}")).isEqualTo("number of days with an entry is 2");
    }

    @Test
    void days_are_those_of_the_events_time_zone() {
        zone = ZoneId.of("Europe/Berlin");
        at = Instant.parse("2026-11-26T23:30:00Z");
        enter("2026-11-26T22:59:00Z");
        assertThat(allowed("{'==': [{'var': 'entries_today'}, 0]}")).isTrue();
        assertThat(allowed("{'==': [{'var': 'now_isoweekday'}, 5]}")).isTrue();
    }

    @Test
    void minutes_since_an_entry_are_whole_and_minus_one_before_the_first() {
        assertThat(allowed("{'==': [{'var': 'minutes_since_last_entry'}, -1]}")).isTrue();
        enter("2026-11-26T11:50:00Z");
        enter("2026-11-26T11:58:30Z");
        assertThat(allowed("{'==': [{'var': 'minutes_since_last_entry'}, 1]}")).isTrue();
        assertThat(allowed("{'==': [{'var': 'minutes_since_first_entry'}, 10]}"))
                .isTrue();
    }

    @Test
    void who_is_inside_is_present() {
        assertThat(allowed("{'==': [{'var': 'entry_status'}, 'absent']}")).isTrue();
        enter("2026-11-26T11:50:00Z");
        assertThat(refusal("{'==': [{'var': 'entry_status'}, 'absent']}")).isEqualTo("Attendee is already checked in");
        leave("2026-11-26T11:51:00Z");
        assertThat(refusal("{'==': [{'var': 'entry_status'}, 'present']}")).isEqualTo("Attendee is not checked in");
    }

    @Test
    void a_bound_of_time_is_exclusive_and_its_tolerance_widens_it() {
        String admission = "{'isAfter': [{'var': 'now'}, {'buildTime': ['date_admission']}, 30]}";
        at = Instant.parse("2035-05-05T16:30:00Z");
        assertThat(refusal(admission)).isEqualTo("Only allowed after 2035-05-05 16:30");
        at = Instant.parse("2035-05-05T16:30:01Z");
        assertThat(allowed(admission)).isTrue();
        String end = "{'isBefore': [{'var': 'now'}, {'buildTime': ['date_to']}, 15]}";
        at = Instant.parse("2035-05-06T02:15:00Z");
        assertThat(refusal(end)).isEqualTo("Only allowed before 2035-05-06 02:15");
        at = Instant.parse("2035-05-06T02:14:59Z");
        assertThat(allowed(end)).isTrue();
    }

    @Test
    void a_time_of_day_is_one_of_the_scans_day() {
        String evening = "{'isAfter': [{'var': 'now'}, {'buildTime': ['customtime', '19:30:00']}, null]}";
        at = Instant.parse("2035-05-06T19:30:01Z");
        assertThat(allowed(evening)).isTrue();
        at = NOW;
        assertThat(refusal(evening)).isEqualTo("Only allowed after 19:30");
    }

    @Test
    void entries_since_a_moment_count_that_moment() {
        String since = "{'<': [{'entries_since': [{'buildTime': ['date_from']}]}, 1]}";
        enter("2035-05-05T17:59:59Z");
        assertThat(allowed(since)).isTrue();
        enter("2035-05-05T18:00:00Z");
        assertThat(refusal(since)).isEqualTo("Maximum number of entries since 2035-05-05 18:00 exceeded");
        assertThat(allowed("{'==': [{'entries_before': [{'buildTime': ['date_from']}]}, 1]}"))
                .isTrue();
    }

    @Test
    void all_broken_parts_of_a_path_are_told() {
        assertThat(refusal("{'and': [%s, %s]}".formatted(WORKSHOP_ONLY, IN_2090)))
                .isEqualTo("Ticket type not allowed, Only allowed after 2090-01-01 10:00");
    }

    @Test
    void of_several_paths_the_easiest_one_is_told() {
        assertThat(refusal("{'or': [%s, %s]}".formatted(WORKSHOP_ONLY, IN_2090)))
                .isEqualTo("Only allowed after 2090-01-01 10:00");
        assertThat(refusal("{'or': [%s, {'>': [{'var': 'entries_number'}, 3]}]}".formatted(IN_2090)))
                .isEqualTo("Minimum number of entries exceeded");
        assertThat(refusal("{'or': [{'==': [{'var': 'now_isoweekday'}, 6]}, %s]}".formatted(IN_2090)))
                .isEqualTo("Only allowed after 2090-01-01 10:00");
        assertThat(refusal(
                        "{'or': [{'and': [%s, {'>': [{'var': 'entries_number'}, 0]}]}, {'and': [%s, {'<': [{'var': 'entries_number'}, 9]}]}]}"
                                .formatted(TICKET_ONLY, WORKSHOP_ONLY)))
                .isEqualTo("Minimum number of entries exceeded");
    }

    @Test
    void among_equals_the_shorter_path_is_told() {
        String number = "{'>': [{'var': 'entries_number'}, 3]}";
        String today = "{'>': [{'var': 'entries_days'}, 3]}";
        assertThat(refusal("{'or': [{'and': [%s, %s]}, %s]}".formatted(today, number, number)))
                .isEqualTo("Minimum number of entries exceeded");
    }

    @Test
    void many_alternatives_within_many_conditions_are_explained_at_once() {
        String either = "{'or': [%s]}".formatted(String.join(", ", Collections.nCopies(20, WORKSHOP_ONLY)));
        String rule = "{'and': [%s]}".formatted(String.join(", ", Collections.nCopies(20, either)));
        assertThat(refusal(rule)).startsWith("Ticket type not allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'==': [1, {'var': 'entries_number'}]}                    | Unknown reason
        {'==': [{'var': 'shoe_size'}, 42]}                        | Unknown reason
        {'sleep': [{'var': 'now'}]}                               | Unknown reason
        {'isBefore': [{'var': 'now'}, 5]}                         | Unknown reason
        {'>': [{'var': 'entries_number'}, 'many']}                | Unknown reason
        {'inList': [{'var': 'product'}, 5]}                       | Unknown reason
        {'isAfter': [{'var': 'now'}, {'buildTime': ['custom', 'soon']}]} | Unknown reason
        """)
    void rules_without_meaning_let_nobody_in(String rule, String text) {
        assertThat(refusal(rule)).isEqualTo(text);
    }

    private boolean allowed(String rule) {
        return EntryRules.of(list(rule)).allow(facts());
    }

    private String refusal(String rule) {
        assertThat(allowed(rule)).isFalse();
        return EntryRules.of(list(rule)).explain(facts(), NOW);
    }

    private void enter(String moment) {
        passages.add(new Passage(true, Instant.parse(moment)));
    }

    private void leave(String moment) {
        passages.add(new Passage(false, Instant.parse(moment)));
    }

    private EntryFacts facts() {
        return new EntryFacts(at, TICKET, null, null, passages, new Occasion(START, END, ADMISSION, zone));
    }

    @SuppressWarnings("unchecked")
    private static CheckinList list(String rule) {
        Map<String, Object> rules = JsonMapper.shared().readValue(rule.replace('\'', '"'), Map.class);
        return new CheckinList(
                7, "Main", true, Set.of(WORKSHOP), null, false, false, true, rules, null, false, Set.of());
    }
}
