package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Invoices are numbered without a gap and without a repetition, whoever asks, gives up or dies meanwhile. */
class InvoiceNumbersTest {

    private static final String PREFIX = "INV-";
    private static final int KILLS = 10;
    private static final int INVOICES = 200;

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    @Tag("torture")
    void sixteen_clients_on_two_nodes_and_ten_kills_leave_no_gap() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        Node one = Node.start(data);
        try {
            for (int round = 0; round < KILLS; round++) {
                BoxOffice office = BoxOffice.open(one.api(), "numbers" + round, null);
                paths.add(office.path());
                assertThat(one.api()
                                .patch(office.path() + "settings/", """
                                    {"invoice_generate": "admin", "invoice_numbers_prefix": "%s"}\
                                    """.formatted(PREFIX))
                                .status())
                        .isEqualTo(200);
                try (Node two = Node.startBeside(data, other)) {
                    Clients ones = clients(office, one.api(), two.api());
                    Clients twos = clients(office, two.api(), one.api());
                    ones.awaitCount(INVOICES);
                    twos.awaitCount(INVOICES);
                    Thread.sleep(ThreadLocalRandom.current().nextInt(500));
                    one.kill();
                    ones.close();
                    twos.close();
                    acknowledged.addAll(ones.acknowledged());
                    acknowledged.addAll(twos.acknowledged());
                    assertThat(ones.refused()).isEmpty();
                }
                one = Node.start(data);
                check(one.api(), paths, acknowledged);
            }
            WholeLog.check(data);
        } finally {
            one.close();
        }
    }

    /** All events of the organizer share the prefix, and therefore one sequence. */
    private static void check(Api api, List<String> paths, List<String> acknowledged) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (String path : paths) {
            for (JsonNode invoice : api.all(path + "invoices/")) {
                numbers.add(invoice.get("number").asString());
            }
        }
        assertThat(numbers).containsAll(acknowledged);
        assertThat(numbers.stream().map(number -> Long.parseLong(number.substring(PREFIX.length()))))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    /**
     * Clients that order, and ask both nodes at once for the one invoice that there may be: both draw a number, and one has
     * to give it back. Every other order is cancelled then, which takes another number.
     */
    private static Clients clients(BoxOffice office, Api node, Api other) {
        return new Clients(8, (client, number, book) -> {
            Api.Answer order = node.post(office.path() + "orders/", """
                {"email": "a@example.org", "locale": "en", "sales_channel": "web", "positions": [{"item": %d}]}\
                """.formatted(office.item()));
            if (order.status() != 201) {
                return;
            }
            String path = office.path() + "orders/" + order.body().get("code").asString() + "/";
            FutureTask<Api.Answer> elsewhere = new FutureTask<>(() -> other.post(path + "create_invoice/", "{}"));
            Thread.ofVirtual().start(elsewhere);
            Api.Answer here = node.post(path + "create_invoice/", "{}");
            Api.Answer there = answer(elsewhere);
            if (here.status() == 201 && there.status() == 201) {
                book.refused(there);
            }
            for (Api.Answer made : List.of(here, there)) {
                if (made.status() == 201) {
                    book.acknowledged(made.body().get("number").asString());
                }
            }
            if (number % 2 == 1) {
                node.post(path + "mark_canceled/", "{\"send_email\": false}");
            }
        });
    }

    private static Api.Answer answer(FutureTask<Api.Answer> asked) throws IOException, InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IOException("the server is gone", e);
        }
    }
}
