package org.gatebook.eventstore.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Subject keys in a table, wrapped by the master key. On the events' database new keys live and die with the unit's
 * transaction and are shared with other units only after its commit; on a database of their own they are there at once,
 * and a key without any event does no harm.
 */
public final class PostgresKeyStore implements SubjectKeys {

    private static final int KEY_BYTES = 32;
    private static final int MAXIMUM_CACHED = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final AesGcmJce master;
    private final SecureRandom random = new SecureRandom();

    /** What is known of a subject: its key, or that it was erased. */
    private record Held(Optional<SubjectKey> key) {}

    /** Erased subjects are kept as empty, so that opening a page of an erased person's history asks once. */
    private final Cache<SubjectId, Held> cache = Caffeine.newBuilder()
            .maximumSize(MAXIMUM_CACHED)
            .expireAfterWrite(FORGOTTEN_AFTER)
            .build();

    /** @param database the events' database or one of its own */
    public PostgresKeyStore(DataSource database, MasterKey masterKey) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        try {
            this.master = new AesGcmJce(masterKey.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-GCM here", e);
        }
    }

    @Override
    public Optional<SubjectKey> obtain(SubjectId subject) {
        Held known = known(subject);
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
        insertOrRead(missing);
        Set<SubjectId> raced = missing(missing);
        if (!raced.isEmpty()) {
            // Another unit made the key while the statement waited for it: visible only to the next statement.
            read(raced);
        }
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
            wrapped[i] = wrap(ordered.get(i), key);
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
                    remember(subject, unwrap(subject, row.getBytes(2)), row.getBoolean(3));
                });
    }

    @Override
    public Optional<SubjectKey> existing(SubjectId subject) {
        Held known = known(subject);
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
            read(missing);
        }
    }

    private void read(Set<SubjectId> subjects) {
        String[] ids = subjects.stream().map(SubjectId::value).toArray(String[]::new);
        jdbc.query(
                "select subject, wrapped from keys.subject_key where subject = any (?::text[])",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids)),
                row -> {
                    SubjectId subject = new SubjectId(row.getString(1));
                    remember(subject, unwrap(subject, row.getBytes(2)), false);
                });
    }

    @Override
    public void erase(SubjectId subject) {
        jdbc.update("""
                insert into keys.subject_key (subject, wrapped, erased_at) values (?, null, clock_timestamp())
                on conflict (subject) do update set wrapped = null, erased_at = clock_timestamp()
                """, subject.value());
        cache.invalidate(subject);
        @Nullable Map<SubjectId, Held> own = ofUnit();
        if (own != null) {
            own.remove(subject);
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    cache.invalidate(subject);
                }
            });
        }
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

    private @Nullable Held known(SubjectId subject) {
        Held shared = cache.getIfPresent(subject);
        if (shared != null) {
            return shared;
        }
        Map<SubjectId, Held> own = ofUnit();
        return own == null ? null : own.get(subject);
    }

    private void remember(SubjectId subject, Optional<SubjectKey> key, boolean made) {
        Held held = new Held(key);
        boolean mayRollBack = made
                && TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.hasResource(database);
        if (!mayRollBack) {
            cache.put(subject, held);
            return;
        }
        Map<SubjectId, Held> own = ofUnit();
        if (own == null) {
            own = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, own);
            TransactionSynchronizationManager.registerSynchronization(new OfUnit(own));
        }
        own.put(subject, held);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<SubjectId, Held> ofUnit() {
        return (Map<SubjectId, Held>) TransactionSynchronizationManager.getResource(this);
    }

    private byte[] wrap(SubjectId subject, byte[] key) {
        try {
            return master.encrypt(key, subject.value().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot wrap a key", e);
        }
    }

    private Optional<SubjectKey> unwrap(SubjectId subject, byte @Nullable [] wrapped) {
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            byte[] key = master.decrypt(wrapped, subject.value().getBytes(StandardCharsets.UTF_8));
            return Optional.of(new SubjectKey(subject, key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not fit the key store", e);
        }
    }

    /** Keys made by the current transaction: seen by it alone until it commits, forgotten when it does not. */
    private final class OfUnit implements TransactionSynchronization {

        private final Map<SubjectId, Held> keys;

        private OfUnit(Map<SubjectId, Held> keys) {
            this.keys = keys;
        }

        @Override
        public void afterCommit() {
            cache.putAll(keys);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PostgresKeyStore.this);
        }
    }
}
