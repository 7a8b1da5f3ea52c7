package org.gatebook.eventstore.rebuild;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.counter.TotalReadModel;
import org.gatebook.eventstore.counter.TouchReadModel;
import org.gatebook.eventstore.test.ReadModelContract;
import org.gatebook.eventstore.test.TestStore;

class CounterContractTest extends ReadModelContract {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1);

    @Override
    protected List<Class<?>> configurations() {
        return List.of(CounterReadModels.class, TotalReadModel.class, TouchReadModel.class);
    }

    @Override
    protected void happen(TestStore on) {
        Counters counters = new Counters(on);
        int first = NUMBERS.getAndAdd(3);
        for (int number = first; number < first + 3; number++) {
            counters.open(number);
        }
        for (int turn = 0; turn < 9; turn++) {
            counters.raise(first + turn % 3, turn);
        }
    }
}
