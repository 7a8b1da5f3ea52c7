package org.gatebook.eventstore.unit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gatebook.eventstore.Claims;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claims in {@code ops.claim}, one statement each. */
public final class TableClaims implements Claims {

    private final JdbcTemplate jdbc;

    public TableClaims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean claim(String kind, String scope, String value, String owner) {
        // No exception for what is taken: an error would end the whole transaction.
        return jdbc.update("""
            insert into ops.claim (kind, scope, value, owner) values (?, ?, ?, ?)
            on conflict (kind, scope, value) do update set owner = excluded.owner
             where claim.owner = excluded.owner
            """, kind, scope, value, owner) == 1;
    }

    @Override
    public Set<String> claimAll(String kind, String scope, Map<String, String> owners) {
        // In one order for everybody, so that two units that want the same values do not wait for each other in a ring.
        Map<String, String> sorted = new TreeMap<>(owners);
        List<String> granted = jdbc.query(
                """
                insert into ops.claim (kind, scope, value, owner)
                select ?, ?, wanted.value, wanted.owner from unnest(?::text[], ?::text[]) as wanted (value, owner)
                on conflict (kind, scope, value) do update set owner = excluded.owner
                 where claim.owner = excluded.owner
                returning value
                """,
                (row, index) -> row.getString(1),
                kind,
                scope,
                sorted.keySet().toArray(String[]::new),
                sorted.values().toArray(String[]::new));
        Set<String> taken = new HashSet<>(owners.keySet());
        granted.forEach(taken::remove);
        return taken;
    }

    @Override
    public void release(String kind, String scope, String value, String owner) {
        jdbc.update(
                "delete from ops.claim where kind = ? and scope = ? and value = ? and owner = ?",
                kind,
                scope,
                value,
                owner);
    }

    @Override
    public Optional<String> owner(String kind, String scope, String value) {
        List<String> owners = jdbc.query(
                "select owner from ops.claim where kind = ? and scope = ? and value = ?",
                (row, index) -> row.getString(1),
                kind,
                scope,
                value);
        return owners.stream().findFirst();
    }
}
