package org.gatebook.eventstore.unit;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Versions of supporting data. Who writes such data bumps its version in the same transaction; every unit's opening
 * statement reads them, and nodes reload their snapshots when one differs.
 */
public final class SupportingVersions {

    private final JdbcTemplate jdbc;

    public SupportingVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What belongs to no single organizer changed: credentials, for example. */
    public void bumpDirectory() {
        bump("");
    }

    /** The organizer's data changed. */
    public void bump(OrganizerSlug organizer) {
        bump(organizer.value());
    }

    private void bump(String slug) {
        jdbc.update("""
                insert into ops.organizer_version as v (slug, version) values (?, 1)
                on conflict (slug) do update set version = v.version + 1
                """, slug);
    }

    /** The event's data changed. */
    public void bump(OrganizerSlug organizer, EventSlug event) {
        jdbc.update("""
                insert into ops.event_version as v (organizer, slug, version) values (?, ?, 1)
                on conflict (organizer, slug) do update set version = v.version + 1
                """, organizer.value(), event.value());
    }
}
