package org.gatebook.eventstore.unit;

import java.util.List;
import java.util.Optional;
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
