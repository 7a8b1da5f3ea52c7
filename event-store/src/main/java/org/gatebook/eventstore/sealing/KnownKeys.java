package org.gatebook.eventstore.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keys that need not be asked for: those of the work at hand, those that many units had, and those that the present unit
 * made. Erased subjects are remembered too, so that opening a page of an erased person's history asks once.
 */
final class KnownKeys {

    private static final int MAXIMUM_SHARED = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Cache<SubjectId, KnownKey> shared = Caffeine.newBuilder()
            .maximumSize(MAXIMUM_SHARED)
            .expireAfterWrite(FORGOTTEN_AFTER)
            .build();

    private final ScopedValue<Map<SubjectId, KnownKey>> atHand = ScopedValue.newInstance();

    @Nullable
    KnownKey find(SubjectId subject) {
        KnownKey close = atHand.isBound() ? atHand.get().get(subject) : null;
        if (close != null) {
            return close;
        }
        KnownKey known = shared.getIfPresent(subject);
        if (known != null) {
            return known;
        }
        Map<SubjectId, KnownKey> ofUnit = ofUnit();
        return ofUnit == null ? null : ofUnit.get(subject);
    }

    /** Does work while these are at hand, however many they are: what many units had may be dropped for others. */
    <T> T with(Map<SubjectId, KnownKey> keys, Supplier<T> work) {
        return ScopedValue.where(atHand, keys).call(work::get);
    }

    /** @param mayRollBack whether the present unit made it, so that nobody else may have it before the unit's commit */
    void remember(SubjectId subject, KnownKey key, boolean mayRollBack) {
        if (!mayRollBack) {
            shared.put(subject, key);
            return;
        }
        Map<SubjectId, KnownKey> ofUnit = ofUnit();
        if (ofUnit == null) {
            ofUnit = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, ofUnit);
            TransactionSynchronizationManager.registerSynchronization(new OfUnit(ofUnit));
        }
        ofUnit.put(subject, key);
    }

    /** The subject is being erased; whoever reads its key before the commit must not keep it either. */
    void forget(SubjectId subject) {
        shared.invalidate(subject);
        Map<SubjectId, KnownKey> ofUnit = ofUnit();
        if (ofUnit != null) {
            ofUnit.remove(subject);
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    shared.invalidate(subject);
                }
            });
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<SubjectId, KnownKey> ofUnit() {
        return (Map<SubjectId, KnownKey>) TransactionSynchronizationManager.getResource(this);
    }

    /** Keys made by the current transaction: seen by it alone until it commits, forgotten when it does not. */
    private final class OfUnit implements TransactionSynchronization {

        private final Map<SubjectId, KnownKey> keys;

        private OfUnit(Map<SubjectId, KnownKey> keys) {
            this.keys = keys;
        }

        @Override
        public void afterCommit() {
            shared.putAll(keys);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KnownKeys.this);
        }
    }
}
