package org.gatebook.eventstore.test;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.gatebook.eventstore.aggregate.AggregateRegistration;

/** Axon's fixtures for aggregates of this house. */
public final class AggregateFixtures {

    private AggregateFixtures() {}

    /** A fixture that finds the stream in the command. */
    public static <A> AggregateTestFixture<A> of(Class<A> aggregate) {
        AggregateTestFixture<A> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandTargetResolver(AggregateRegistration.TARGET);
        return fixture;
    }
}
