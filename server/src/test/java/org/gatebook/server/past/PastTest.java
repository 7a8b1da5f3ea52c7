package org.gatebook.server.past;

import java.nio.file.Path;
import java.sql.Connection;
import org.gatebook.server.system.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past answers what the present did; a short life is in the test of the whole server. */
class PastTest {

    @TempDir
    Path data;

    @Test
    @Tag("torture")
    void at_two_hundred_positions_of_the_life_of_five_hundred_orders_the_past_answers_what_the_present_did()
            throws Exception {
        try (Node node = Node.start(data);
                Connection database = Node.connect(data)) {
            ComparedPast.live(node.port(), database, 500, 200);
        }
    }
}
