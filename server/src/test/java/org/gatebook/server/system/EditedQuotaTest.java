package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sold is counted right while what a quota counts is changed, on any number of nodes. */
class EditedQuotaTest {

    @TempDir
    Path data;

    @TempDir
    Path other;

    private static long left(BoxOffice office, Api node) throws Exception {
        return node.get(office.path() + "quotas/" + office.quota() + "/availability/")
                .body()
                .get("available_number")
                .asLong();
    }

    @Test
    @Tag("torture")
    void a_quota_that_changes_while_orders_run_counts_what_was_sold() throws Exception {
        try (Node one = Node.start(data);
                Node two = Node.startBeside(data, other)) {
            BoxOffice office = BoxOffice.open(one.api(), "edited", 100_000);
            long more = one.api().created(office.path() + "items/", """
                {"name": {"en": "Programme"}, "default_price": "3.00", "admission": false, "active": true}\
                """);
            one.api().created(office.path() + "quotas/", """
                {"name": "Programmes", "size": null, "items": [%d], "variations": []}\
                """.formatted(more));
            try (Clients ones = buyers(office, more, one.api());
                    Clients twos = buyers(office, more, two.api())) {
                for (int edit = 0; edit < 8; edit++) {
                    Api node = edit % 2 == 0 ? two.api() : one.api();
                    String items = edit % 2 == 0 ? office.item() + ", " + more : Long.toString(office.item());
                    assertThat(node.patch(
                                            office.path() + "quotas/" + office.quota() + "/",
                                            "{\"items\": [" + items + "]}")
                                    .status())
                            .isEqualTo(200);
                    ones.awaitCount(ones.count() + 3);
                    twos.awaitCount(twos.count() + 3);
                }
                ones.close();
                twos.close();
                assertThat(ones.refused()).isEmpty();
                assertThat(twos.refused()).isEmpty();
                long orders = one.api().all(office.path() + "orders/").size();
                assertThat(orders).isEqualTo(ones.count() + twos.count());
                assertThat(left(office, two.api())).isEqualTo(100_000 - orders);
            }
            breakLedgers(office);
            assertCommand(1, "verify");
            assertThat(Node.log(data, "command.log"))
                    .containsPattern("ops.claim .* 0 differ, 0 only live, 1 only rebuilt: order.code of order:\\d+\n")
                    .containsPattern("ops.usage_counter .* 1 differ, 0 only live, 0 only rebuilt: quota "
                            + office.quota() + " says \\d+ and not \\d+\n");
            assertCommand(1, "replay", "--switch");
            assertCommand(0, "verify");
        }
    }

    /** Clients that each buy a ticket and a programme, which is in the ticket's quota now and then. */
    private static Clients buyers(BoxOffice office, long more, Api node) {
        return new Clients(3, (client, number, book) -> {
            Api.Answer answer = node.post(office.path() + "orders/", """
                {"email": "a@example.org", "locale": "en", "sales_channel": "web",
                 "positions": [{"item": %d}, {"item": %d}]}\
                """.formatted(office.item(), more));
            if (answer.status() == 201) {
                book.acknowledged(answer.body().get("code").asString());
            } else if (answer.status() != 409 && answer.status() != 503) {
                book.refused(answer);
            }
        });
    }

    private void breakLedgers(BoxOffice office) throws Exception {
        try (Connection connection = Node.connect(data);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update ops.usage_counter set used = used + 1 where kind = 'quota' and id = " + office.quota());
            statement.executeUpdate("delete from ops.claim where ctid = (select ctid from ops.claim"
                    + " where kind = 'order.code' limit 1)");
        }
    }

    private void assertCommand(int status, String... command) throws Exception {
        assertThat(Node.run(data, command)).as(Node.log(data, "command.log")).isEqualTo(status);
    }
}
