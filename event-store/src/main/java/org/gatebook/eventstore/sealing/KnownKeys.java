package org.gatebook.eventstore.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        // First what the unit itself did: of a subject that it erases it must see nothing, whatever others still know.
        Map<SubjectId, KnownKey> ofUnit = ofUnit();
        KnownKey own = ofUnit == null ? null : ofUnit.get(subject);
        if (own != null) {
            return own;
        }
        KnownKey close = atHand.isBound() ? atHand.get().get(subject) : null;
        return close != null ? close : shared.getIfPresent(subject);
    }

    /** Does work while these are at hand, however many they are: what many units had may be dropped for others. */
    <T> T with(Map<SubjectId, KnownKey> keys, Supplier<T> work) {
        return ScopedValue.where(atHand, keys).call(work::get);
    }

    /** @param mayRollBack whether the present unit made it, so that nobody else may have it before the unit's commit */
    void remember(SubjectId subject, KnownKey key, boolean mayRollBack) {
        if (mayRollBack) {
            rememberInUnit(subject, key);
        } else {
            shared.put(subject, key);
        }
    }

    private void rememberInUnit(SubjectId subject, KnownKey key) {
        Map<SubjectId, KnownKey> ofUnit = ofUnit();
        if (ofUnit == null) {
            ofUnit = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, ofUnit);
            TransactionSynchronizationManager.registerSynchronization(new OfUnit(ofUnit));
        }
        ofUnit.put(subject, key);
    }

    /**
     * The subject is being erased: the present unit finds no key any more, others when it has committed. Outside of a unit
     * it is done already.
     */
    void erased(SubjectId subject) {
        KnownKey gone = new KnownKey(Optional.empty());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            rememberInUnit(subject, gone);
        } else {
            shared.put(subject, gone);
        }
    }

    /** Whoever wants this key asks for it anew. */
    void forget(SubjectId subject) {
        shared.invalidate(subject);
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
