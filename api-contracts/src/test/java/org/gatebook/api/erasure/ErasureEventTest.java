package org.gatebook.api.erasure;

import java.util.stream.Stream;
import org.gatebook.api.golden.GoldenEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ErasureEventTest {

    @TestFactory
    Stream<DynamicTest> events_are_read_as_they_were_once_stored() {
        return GoldenEvents.of(ErasureEvent.class);
    }
}
