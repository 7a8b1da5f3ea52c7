package org.gatebook.eventstore.unit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gatebook.eventstore.Claims;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claims in {@code ops.claim}, one statement each. */
public final class TableClaims implements Claims {

    private static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::kind).thenComparing(Claim::scope).thenComparing(Claim::value);

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
    public Set<Claim> claimAll(Collection<Claim> wanted) {
        // In one order for everybody, so that two units that want the same values do not wait for each other in a ring.
        List<Claim> sorted = wanted.stream().sorted(ORDER).toList();
        Set<Claim> taken = new HashSet<>(sorted);
        taken.removeAll(jdbc.query(
                """
                insert into ops.claim (kind, scope, value, owner)
                select kind, scope, value, owner
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as wanted (kind, scope, value, owner)
                on conflict (kind, scope, value) do update set owner = excluded.owner
                 where claim.owner = excluded.owner
                returning kind, scope, value, owner
                """,
                (row, index) -> new Claim(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                column(sorted, Claim::kind),
                column(sorted, Claim::scope),
                column(sorted, Claim::value),
                column(sorted, Claim::owner)));
        return taken;
    }

    private static String[] column(List<Claim> claims, Function<Claim, String> of) {
        return claims.stream().map(of).toArray(String[]::new);
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
