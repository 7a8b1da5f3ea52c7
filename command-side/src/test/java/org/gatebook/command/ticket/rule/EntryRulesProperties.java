package org.gatebook.command.ticket.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.ticket.Door.Occasion;
import org.gatebook.command.ticket.rule.EntryFacts.Passage;
import org.gatebook.command.ticket.rule.Rule.Moment;
import tools.jackson.databind.json.JsonMapper;

/** Rules let in and explain as a naive evaluation of the same rules does, whatever is asked of whomever. */
class EntryRulesProperties {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final int AROUND = 3 * 24 * 3600;

    @Property(tries = 2_000)
    void rules_decide_and_explain_as_the_naive_evaluation_does(
            @ForAll("rules") Rule rule, @ForAll("facts") EntryFacts facts) {
        EntryRules rules = EntryRules.of(list(rule));
        NaiveRules naive = new NaiveRules(facts, NOW);
        boolean holds = naive.hold(rule);
        Statistics.label("lets in")
                .collect(holds)
                .coverage(seen ->
                        Stream.of(true, false).forEach(each -> seen.check(each).percentage(percent -> percent > 5)));
        assertThat(rules.allow(facts)).as("%s of %s", rule.written(), facts).isEqualTo(holds);
        if (!holds) {
            assertThat(rules.explain(facts, NOW))
                    .as("%s of %s", rule.written(), facts)
                    .isEqualTo(naive.explanation(rule));
        }
    }

    @Property(tries = 1_000)
    void every_single_condition_is_decided_and_told(@ForAll("condition") Rule rule, @ForAll("facts") EntryFacts facts) {
        NaiveRules naive = new NaiveRules(facts, NOW);
        EntryRules rules = EntryRules.of(list(rule));
        String operator = rule.written().keySet().iterator().next();
        Statistics.label("operator")
                .collect(operator)
                .coverage(seen -> List.of("<", "<=", ">", ">=", "==", "!=", "inList", "isBefore", "isAfter")
                        .forEach(each -> seen.check(each).count(count -> count > 5)));
        assertThat(rules.allow(facts)).as("%s of %s", rule.written(), facts).isEqualTo(naive.hold(rule));
        if (!naive.hold(rule)) {
            assertThat(rules.explain(facts, NOW))
                    .as("%s of %s", rule.written(), facts)
                    .isEqualTo(naive.explanation(rule));
        }
    }

    @Provide
    Arbitrary<Rule> rules() {
        return rules(3);
    }

    private Arbitrary<Rule> rules(int depth) {
        if (depth == 0) {
            return condition();
        }
        Arbitrary<Rule> several = Combinators.combine(
                        Arbitraries.of(true, false), rules(depth - 1).list().ofMaxSize(3))
                .as(Rule.Several::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, several), Tuple.of(4, condition()), Tuple.of(1, Arbitraries.just(new Rule.Nothing())));
    }

    @Provide
    Arbitrary<Rule> condition() {
        Arbitrary<String> comparison = Arbitraries.of("<", "<=", ">", ">=", "==", "!=");
        Arbitrary<Integer> number = Arbitraries.integers().between(-2, 9);
        Arbitrary<Rule> counted = Combinators.combine(
                        Arbitraries.of(
                                "entries_number",
                                "entries_today",
                                "entries_days",
                                "now_isoweekday",
                                "minutes_since_last_entry",
                                "minutes_since_first_entry"),
                        comparison,
                        Arbitraries.frequencyOf(
                                Tuple.of(4, number),
                                Tuple.of(1, Arbitraries.integers().between(-5_000, 5_000))))
                .as(Rule.Counted::new);
        Arbitrary<Rule> countedFrom = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(true, false), moment(), comparison, number)
                .as(Rule.CountedFrom::new);
        Arbitrary<Rule> oneOf = Combinators.combine(
                        Arbitraries.of("product", "variation", "gate"),
                        Arbitraries.integers().between(1, 6).list().ofMaxSize(3))
                .as(Rule.OneOf::new);
        Arbitrary<Rule> status = Combinators.combine(Arbitraries.of(true, false), Arbitraries.of("present", "absent"))
                .as(Rule.Status::new);
        Arbitrary<Rule> when = Combinators.combine(
                        Arbitraries.of(true, false),
                        moment(),
                        Arbitraries.integers().between(-30, 120).injectNull(0.3))
                .as(Rule.When::new);
        return Arbitraries.oneOf(counted, countedFrom, oneOf, status, when);
    }

    private static Arbitrary<Moment> moment() {
        return Arbitraries.oneOf(
                Arbitraries.of("date_from", "date_to", "date_admission").map(kind -> new Moment(kind, null)),
                instant().map(at -> new Moment("custom", at.toString())),
                Arbitraries.of("00:00", "09:30", "19:30:00", "23:59:59").map(at -> new Moment("customtime", at)));
    }

    private static Arbitrary<Instant> instant() {
        return Arbitraries.integers().between(-AROUND, AROUND).map(NOW::plusSeconds);
    }

    @Provide
    Arbitrary<EntryFacts> facts() {
        Arbitrary<List<Passage>> passages = Combinators.combine(Arbitraries.of(true, true, false), instant())
                .as(Passage::new)
                .list()
                .ofMaxSize(5)
                .map(some ->
                        some.stream().sorted(Comparator.comparing(Passage::at)).toList());
        Arbitrary<Occasion> occasion = Combinators.combine(
                        instant(),
                        instant().injectNull(0.3),
                        instant().injectNull(0.3),
                        Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland"))
                .as((from, to, admission, zone) -> new Occasion(from, to, admission, ZoneId.of(zone)));
        return Combinators.combine(
                        instant(),
                        Arbitraries.longs().between(1, 6),
                        Arbitraries.longs().between(1, 6).injectNull(0.4),
                        Arbitraries.longs().between(1, 6).injectNull(0.4),
                        passages,
                        occasion)
                .as(EntryFacts::new);
    }

    /** Written down and read again, as the list keeps it. */
    @SuppressWarnings("unchecked")
    private static CheckinList list(Rule rule) {
        JsonMapper json = JsonMapper.shared();
        Map<String, Object> rules = json.readValue(json.writeValueAsString(rule.written()), Map.class);
        return new CheckinList(7, "Main", true, Set.of(), null, false, false, true, rules, null, false, Set.of());
    }
}
