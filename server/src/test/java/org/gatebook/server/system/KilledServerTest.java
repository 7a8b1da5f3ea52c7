package org.gatebook.server.system;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whenever the plug is pulled. */
class KilledServerTest {

    @TempDir
    Path data;

    @Test
    void what_was_acknowledged_survives_two_kills() throws Exception {
        killAgainAndAgain(2);
    }

    @Test
    @Tag("torture")
    void what_was_acknowledged_survives_twenty_kills() throws Exception {
        killAgainAndAgain(20);
    }

    private void killAgainAndAgain(int times) throws Exception {
        int debits = 0;
        int salesAndScans = 0;
        Node node = Node.start(data);
        try {
            for (int round = 0; round < times; round++) {
                Tills tills = new Tills(node.api(), "KILL" + round + "-", 10, 100_000);
                BoxOffice office = BoxOffice.open(node.api(), "kill" + round, null);
                Clients debiting = tills.open(node.api(), 4);
                Clients selling = office.open(node.api(), 4);
                debiting.awaitCount(25);
                selling.awaitCount(25);
                Thread.sleep(ThreadLocalRandom.current().nextInt(1_000));
                node.kill();
                debiting.close();
                selling.close();
                debits += debiting.count();
                salesAndScans += selling.count();
                node = Node.start(data);
                tills.verify(node.api(), debiting);
                office.verify(node.api(), selling);
            }
            WholeLog.check(data);
        } finally {
            node.close();
        }
        System.out.printf(
                "%d kills, %d acknowledged debits and %d acknowledged sales and scans, none lost%n",
                times, debits, salesAndScans);
    }
}
