package org.gatebook.catalogue.resource;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.AsOf;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.unit.SupportingVersions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Steps the versions of what nodes keep in memory, and remembers until the end of the transaction what it has changed: a
 * snapshot that is loaded after that holds what may still be rolled back, so no other request may see it.
 */
@Component
public final class Versions {

    private final JdbcClient jdbc;
    private final SupportingVersions versions;
    private final TransactionalUnit unit;

    public Versions(JdbcClient jdbc, SupportingVersions versions, TransactionalUnit unit) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.unit = unit;
    }

    /**
     * Steps the version that a write to a resource of this kind and owner belongs to. The row stays locked until the end of the transaction,
     * so writers of one memory follow each other.
     */
    void step(ResourceType type, Owner owner) {
        switch (type.keptBy()) {
            case DIRECTORY -> {
                versions.bumpDirectory();
                changedNow().add(KeptBy.DIRECTORY);
            }
            case ORGANIZER -> {
                versions.bump(owner.organizer());
                changedNow().add(owner.organizer());
            }
            case EVENT -> {
                versions.bump(owner.organizer(), Objects.requireNonNull(owner.event()));
                changedNow().add(Owner.of(owner.organizer(), owner.event()));
            }
            case NOBODY -> {}
        }
    }

    /** The organizer's version as the present unit sees it; 0 when never written. Costs no query in the unit's own organizer. */
    public long ofOrganizer(OrganizerSlug organizer) {
        if (organizer.equals(unit.opening().organizer())) {
            return unit.entered().organizerVersion();
        }
        return jdbc.sql("SELECT version FROM ops.organizer_version WHERE slug = :slug")
                .param("slug", organizer.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The event's version as the present unit sees it; 0 when never written. Costs no query in the unit's own event. */
    public long ofEvent(OrganizerSlug organizer, EventSlug event) {
        if (event.equals(unit.opening().event())
                && organizer.equals(unit.opening().organizer())) {
            return unit.entered().eventVersion();
        }
        return jdbc.sql("SELECT version FROM ops.event_version WHERE organizer = :organizer AND slug = :slug")
                .param("organizer", organizer.value())
                .param("slug", event.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Of which moment of the past the present unit reads; null: of now. Versions say nothing about another moment. */
    public @Nullable AsOf asOf() {
        return unit.asOf();
    }

    /** Whether the present transaction has changed the directory of credentials. */
    public boolean directoryChanged() {
        return changedSoFar().contains(KeptBy.DIRECTORY);
    }

    /** Whether the present transaction has changed what nodes keep of this organizer. */
    public boolean changed(OrganizerSlug organizer) {
        return changedSoFar().contains(organizer);
    }

    /** Whether the present transaction has changed what nodes keep of this event, be it by what it inherits. */
    public boolean changed(OrganizerSlug organizer, EventSlug event) {
        return changed(organizer) || changedSoFar().contains(Owner.of(organizer, event));
    }

    @SuppressWarnings("unchecked")
    private Set<Object> changedSoFar() {
        Set<Object> changed = (Set<Object>) TransactionSynchronizationManager.getResource(this);
        return changed == null ? Set.of() : changed;
    }

    private Set<Object> changedNow() {
        if (changedSoFar() instanceof HashSet<Object> set) {
            return set;
        }
        HashSet<Object> set = new HashSet<>();
        TransactionSynchronizationManager.bindResource(this, set);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(Versions.this);
            }
        });
        return set;
    }
}
