package org.gatebook.api.ticket;

import java.util.stream.Stream;
import org.gatebook.api.golden.GoldenEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TicketEventTest {

    @TestFactory
    Stream<DynamicTest> events_are_read_as_they_were_once_stored() {
        return Stream.concat(GoldenEvents.of(TicketEvent.class), GoldenEvents.of(ScanOfUnknownCode.class));
    }
}
