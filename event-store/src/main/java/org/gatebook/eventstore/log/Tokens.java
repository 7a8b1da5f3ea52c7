package org.gatebook.eventstore.log;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Plain positions as Axon's tokens. */
final class Tokens {

    private Tokens() {}

    static long position(@Nullable TrackingToken token) {
        TrackingToken inner = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return switch (inner) {
            case null -> 0;
            case GlobalSequenceTrackingToken global -> global.getGlobalIndex();
            default -> throw new IllegalArgumentException("not a position: " + inner);
        };
    }
}
