package org.gatebook.eventstore.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatebook.eventstore.registry.EventRegistry.Registered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which names and revisions the log holds. Each is noted when it is first appended, one statement in a node's life, so
 * that a node of another version learns at its start, and not in the middle of a request, that it cannot read the log.
 */
public final class EventVocabulary {

    private final JdbcTemplate jdbc;
    private final EventRegistry registry;
    private final Set<Registered> noted = ConcurrentHashMap.newKeySet();

    public EventVocabulary(JdbcTemplate jdbc, EventRegistry registry) {
        this.jdbc = jdbc;
        this.registry = registry;
    }

    /** Notes what the current transaction appends. */
    public void note(Collection<Registered> kinds) {
        if (noted.containsAll(kinds)) {
            return;
        }
        Set<Registered> fresh = new LinkedHashSet<>(kinds);
        fresh.removeAll(noted);
        jdbc.batchUpdate(
                "insert into ops.event_kind (name, revision) values (?, ?) on conflict do nothing",
                fresh.stream()
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .map(kind -> new Object[] {kind.name(), kind.revision()})
                        .toList());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    noted.addAll(fresh);
                }
            });
        }
    }

    /**
     * Checks that this version can read all that the log holds.
     *
     * @throws UnknownEvent naming what it cannot read
     */
    public void check() {
        List<String> unknown = new ArrayList<>();
        jdbc.query("select name, revision from ops.event_kind order by name, revision", row -> {
            if (!registry.knows(row.getString(1), row.getInt(2))) {
                unknown.add(row.getString(1) + " revision " + row.getInt(2));
            }
        });
        if (!unknown.isEmpty()) {
            throw new UnknownEvent("the log holds events that this version cannot read: " + String.join(", ", unknown));
        }
    }
}
