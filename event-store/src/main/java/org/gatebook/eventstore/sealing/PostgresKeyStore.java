package org.gatebook.eventstore.sealing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Subject keys in a table, wrapped by the master key. On the events' database new keys live and die with the unit's
 * transaction and are shared with other units only after its commit; on a database of their own they are there at once,
 * and a key without any event does no harm.
 *
 * <p>An erasure belongs to its unit either way. On a database of its own it is the last step before the unit commits: a
 * unit that fails earlier erases nothing, and none is acknowledged that did not. If the commit itself fails after it, a
 * key is gone whose end was asked for.
 */
public final class PostgresKeyStore implements SubjectKeys {

    private static final int KEY_BYTES = 32;

    private final DataSource database;
    private final @Nullable TransactionTemplate own;
    private final JdbcTemplate jdbc;
    private final KeyWrapping wrapping;
    private final SecureRandom random = new SecureRandom();

    private final KnownKeys keys = new KnownKeys();

    private PostgresKeyStore(DataSource database, @Nullable TransactionTemplate own, MasterKey masterKey) {
        this.database = database;
        this.own = own;
        this.jdbc = new JdbcTemplate(database);
        this.wrapping = new KeyWrapping(masterKey);
    }

    /** Keys beside the events, in their transactions. */
    public static PostgresKeyStore beside(DataSource events, MasterKey masterKey) {
        return new PostgresKeyStore(events, null, masterKey);
    }

    /** Keys in a database of their own, in short transactions of their own. */
    public static PostgresKeyStore apart(DataSource keys, MasterKey masterKey) {
        TransactionTemplate own = new TransactionTemplate(new JdbcTransactionManager(keys));
        // The unit around is on the other database. Without this, Spring would keep a connection to this one until the
        // unit ends, and units that wait for each other could hold all of them.
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new PostgresKeyStore(keys, own, masterKey);
    }

    private void run(Runnable statements) {
        if (own == null) {
            statements.run();
            return;
        }
        try {
            own.executeWithoutResult(status -> statements.run());
        } catch (TransactionException e) {
            // Thrown while the unit around is about to commit, Spring would take it for a failed commit of the unit
            // itself:
            // it would not roll back, and returning the connection would commit.
            throw new DataAccessResourceFailureException("the database of the key store does not answer", e);
        }
    }

    @Override
    public Optional<SubjectKey> obtain(SubjectId subject) {
        KnownKey known = known(subject);
        if (known == null) {
            obtainAll(List.of(subject));
            known = known(subject);
        }
        if (known == null) {
            throw new MissingKey(subject);
        }
        return known.key();
    }

    @Override
    public void obtainAll(Collection<SubjectId> subjects) {
        Set<SubjectId> missing = missing(subjects);
        if (missing.isEmpty()) {
            return;
        }
        run(() -> {
            insertOrRead(missing);
            Set<SubjectId> raced = missing(missing);
            if (!raced.isEmpty()) {
                // Another unit made the key while the statement waited for it: visible only to the next statement.
                read(raced);
            }
        });
    }

    private void insertOrRead(Set<SubjectId> subjects) {
        String[] ids = new String[subjects.size()];
        byte[][] wrapped = new byte[subjects.size()][];
        // In one order everywhere, so that two units never wait for each other.
        List<SubjectId> ordered = new ArrayList<>(subjects);
        ordered.sort((a, b) -> a.value().compareTo(b.value()));
        for (int i = 0; i < ids.length; i++) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            ids[i] = ordered.get(i).value();
            wrapped[i] = wrapping.wrap(ordered.get(i), key);
        }
        jdbc.query(
                """
                with made as (
                    insert into keys.subject_key (subject, wrapped)
                    select * from unnest(?::text[], ?::bytea[])
                    on conflict do nothing
                    returning subject, wrapped)
                select subject, wrapped, true as made from made
                union all
                select subject, wrapped, false from keys.subject_key where subject = any (?::text[])
                """,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", ids));
                    statement.setArray(2, statement.getConnection().createArrayOf("bytea", wrapped));
                    statement.setArray(3, statement.getConnection().createArrayOf("text", ids));
                },
                row -> {
                    SubjectId subject = new SubjectId(row.getString(1));
                    remember(subject, wrapping.unwrap(subject, row.getBytes(2)), row.getBoolean(3));
                });
    }

    @Override
    public Optional<SubjectKey> existing(SubjectId subject) {
        KnownKey known = known(subject);
        if (known == null) {
            prefetch(List.of(subject));
            known = known(subject);
        }
        if (known == null) {
            throw new MissingKey(subject);
        }
        return known.key();
    }

    @Override
    public void prefetch(Collection<SubjectId> subjects) {
        Set<SubjectId> missing = missing(subjects);
        if (!missing.isEmpty()) {
            run(() -> read(missing));
        }
    }

    @Override
    public <T> T with(Collection<SubjectId> subjects, Supplier<T> work) {
        Map<SubjectId, KnownKey> held = new HashMap<>();
        Set<SubjectId> missing = new HashSet<>();
        for (SubjectId subject : subjects) {
            KnownKey known = known(subject);
            if (known == null) {
                missing.add(subject);
            } else {
                held.put(subject, known);
            }
        }
        if (!missing.isEmpty()) {
            run(() -> read(missing).forEach((subject, key) -> held.put(subject, new KnownKey(key))));
        }
        return keys.with(held, work);
    }

    @Override
    public <T> T without(Collection<SubjectId> subjects, Supplier<T> work) {
        Map<SubjectId, KnownKey> closed = new HashMap<>();
        subjects.forEach(subject -> closed.put(subject, new KnownKey(Optional.empty())));
        return keys.with(closed, work);
    }

    private Map<SubjectId, Optional<SubjectKey>> read(Set<SubjectId> subjects) {
        Map<SubjectId, Optional<SubjectKey>> found = new HashMap<>();
        String[] ids = subjects.stream().map(SubjectId::value).toArray(String[]::new);
        jdbc.query(
                "select subject, wrapped from keys.subject_key where subject = any (?::text[])",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids)),
                row -> {
                    SubjectId subject = new SubjectId(row.getString(1));
                    Optional<SubjectKey> key = wrapping.unwrap(subject, row.getBytes(2));
                    remember(subject, key, false);
                    found.put(subject, key);
                });
        return found;
    }

    @Override
    public void erase(SubjectId subject) {
        boolean inUnit = TransactionSynchronizationManager.isSynchronizationActive();
        if (own == null || !inUnit) {
            destroy(subject);
        } else {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    destroy(subject);
                }
            });
        }
        keys.erased(subject);
    }

    private void destroy(SubjectId subject) {
        run(() -> jdbc.update("""
            insert into keys.subject_key as present (subject, wrapped, erased_at) values (?, null, clock_timestamp())
            on conflict (subject) do update
               set wrapped = null, erased_at = coalesce(present.erased_at, excluded.erased_at)
            """, subject.value()));
    }

    @Override
    public void forget(Collection<SubjectId> subjects) {
        subjects.forEach(keys::forget);
    }

    @Override
    public Set<SubjectId> present(Collection<SubjectId> subjects) {
        Set<SubjectId> present = new HashSet<>();
        String[] ids = subjects.stream().map(SubjectId::value).toArray(String[]::new);
        run(() -> jdbc.query(
                "select subject from keys.subject_key where subject = any (?::text[]) and wrapped is not null",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids)),
                row -> {
                    present.add(new SubjectId(row.getString(1)));
                }));
        return present;
    }

    private Set<SubjectId> missing(Collection<SubjectId> subjects) {
        Set<SubjectId> missing = new HashSet<>();
        for (SubjectId subject : subjects) {
            if (known(subject) == null) {
                missing.add(subject);
            }
        }
        return missing;
    }

    private @Nullable KnownKey known(SubjectId subject) {
        return keys.find(subject);
    }

    private void remember(SubjectId subject, Optional<SubjectKey> key, boolean made) {
        boolean mayRollBack = made
                && TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.hasResource(database);
        keys.remember(subject, new KnownKey(key), mayRollBack);
    }
}
