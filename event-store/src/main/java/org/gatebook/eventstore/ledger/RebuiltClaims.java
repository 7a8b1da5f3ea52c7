package org.gatebook.eventstore.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.ledger.ClaimRule.ClaimChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds the events of one kind of stream into what its streams claim. */
final class RebuiltClaims implements ReadModel<Map<RebuiltClaims.Claim, Boolean>> {

    static final Table TABLE = new Table(
            "rebuilt_claim",
            List.of("owner", "kind", "scope", "value"),
            List.of("owner", "kind", "scope", "value", "held"));

    private final ClaimRule<?> rule;
    private final JdbcTemplate jdbc;

    /** A value that somebody may have; empty if it was erased. */
    record Claim(String kind, String scope, String value) {}

    RebuiltClaims(ClaimRule<?> rule, JdbcTemplate jdbc) {
        this.rule = rule;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "claims of " + rule.name();
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/eventstore/ledger/rebuilt_claim.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<? extends DomainEvent> events() {
        return rule.events();
    }

    @Override
    public @Nullable Map<Claim, Boolean> fold(@Nullable Map<Claim, Boolean> view, RecordedEvent event) {
        List<ClaimChange> changes = rule.of(event);
        if (changes.isEmpty()) {
            return view;
        }
        Map<Claim, Boolean> after = new LinkedHashMap<>(view == null ? Map.of() : view);
        for (ClaimChange change : changes) {
            String value = change.value() == null ? "" : change.value();
            after.put(new Claim(change.kind(), change.scope(), value), change.held());
        }
        return after;
    }

    @Override
    public @Nullable Map<Claim, Boolean> load(String key) {
        Map<Claim, Boolean> claims = new LinkedHashMap<>();
        jdbc.query(
                "select kind, scope, value, held from rebuilt_claim where owner = ?",
                row -> {
                    claims.put(new Claim(row.getString(1), row.getString(2), row.getString(3)), row.getBoolean(4));
                },
                key);
        return claims.isEmpty() ? null : claims;
    }

    @Override
    public void write(Row<Map<Claim, Boolean>> row, RowSink sink) {
        row.view()
                .forEach((claim, held) -> sink.row(TABLE, row.key(), claim.kind(), claim.scope(), claim.value(), held));
    }
}
