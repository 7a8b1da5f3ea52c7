package org.gatebook.api.catalogue;

import java.util.stream.Stream;
import org.gatebook.api.golden.GoldenEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CatalogueEventTest {

    @TestFactory
    Stream<DynamicTest> events_are_read_as_they_were_once_stored() {
        return GoldenEvents.of(CatalogueEvent.class);
    }
}
