package org.gatebook.eventstore.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.rebuild.Ledger;
import org.gatebook.eventstore.rebuild.RebuildReport.Outcome;
import org.gatebook.eventstore.rebuild.RebuildReport.TableReport;
import org.springframework.jdbc.core.JdbcTemplate;

/** The claims of {@code ops.claim} against what the events say by the rules of all modules. */
public final class ClaimLedger implements Ledger {

    private static final int EXAMPLES = 10;

    /**
     * Claims that differ. What a stream claims whose value was erased cannot be known any more; such claims are left alone.
     * Values are rights to something: an example names the owner only.
     */
    private static final String DIFFERENT = """
        from (select * from ops.claim l
               where not exists (select from rebuilt_claim e
                                  where e.owner = l.owner and e.kind = l.kind and e.value = '')) l
        full join (select * from rebuilt_claim h
                    where held and value <> ''
                      and not exists (select from rebuilt_claim e
                                       where e.owner = h.owner and e.kind = h.kind and e.value = '')) r
               on r.kind = l.kind and r.scope = l.scope and r.value = l.value
        """;

    private final JdbcTemplate jdbc;
    private final List<ClaimRule<?>> rules;

    public ClaimLedger(JdbcTemplate jdbc, Collection<? extends ClaimRule<?>> rules) {
        this.jdbc = jdbc;
        this.rules = List.copyOf(rules);
    }

    @Override
    public List<ReadModel<?>> folds() {
        List<ReadModel<?>> folds = new ArrayList<>();
        rules.forEach(rule -> folds.add(new RebuiltClaims(rule, jdbc)));
        return folds;
    }

    @Override
    public TableReport compare() {
        return jdbc.query("""
            select count(r.owner) as rebuilt,
                   count(*) filter (where l.owner <> r.owner) as differing,
                   count(*) filter (where r.owner is null) as only_live,
                   count(*) filter (where l.owner is null) as only_rebuilt
            """ + DIFFERENT, (row, number) -> {
                    long differing = row.getLong("differing");
                    long onlyLive = row.getLong("only_live");
                    long onlyRebuilt = row.getLong("only_rebuilt");
                    Outcome outcome = differing + onlyLive + onlyRebuilt == 0
                            ? new Outcome.Equal()
                            : new Outcome.Different(differing, onlyLive, onlyRebuilt, examples());
                    return new TableReport("ops.claim", row.getLong("rebuilt"), outcome);
                })
                .getFirst();
    }

    private List<String> examples() {
        Set<String> known = new TreeSet<>();
        rules.forEach(rule -> known.addAll(rule.kinds()));
        return jdbc.query(
                "select distinct coalesce(l.kind, r.kind) as kind, coalesce(l.owner, r.owner) as owner " + DIFFERENT
                        + " where l.owner is distinct from r.owner order by 1, 2 limit " + EXAMPLES,
                (row, number) -> {
                    String kind = row.getString("kind");
                    return kind + " of " + row.getString("owner")
                            + (known.contains(kind) ? "" : " (no rule says where it comes from)");
                });
    }

    @Override
    public void repair() {
        jdbc.update("""
            delete from ops.claim c using (
                select l.kind, l.scope, l.value, l.owner %s where l.owner is not null and l.owner is distinct from r.owner
            ) wrong
            where c.kind = wrong.kind and c.scope = wrong.scope and c.value = wrong.value and c.owner = wrong.owner
            """.formatted(DIFFERENT));
        jdbc.update("""
            insert into ops.claim (kind, scope, value, owner)
            select r.kind, r.scope, r.value, r.owner %s where l.owner is null
            """.formatted(DIFFERENT));
    }
}
