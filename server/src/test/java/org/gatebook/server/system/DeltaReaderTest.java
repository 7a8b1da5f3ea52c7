package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who asks for what changed since the last page misses nothing, however slow the writers are. */
class DeltaReaderTest {

    private static final int WRITERS = 14;

    @TempDir
    Path data;

    @Test
    void a_delta_reader_knows_every_change_of_slow_writers() throws Exception {
        follow(Duration.ofSeconds(8));
    }

    @Test
    @Tag("torture")
    void a_delta_reader_knows_every_change_of_slow_writers_for_long() throws Exception {
        follow(Duration.ofSeconds(120));
    }

    private void follow(Duration duration) throws Exception {
        try (Node node = Node.start(data)) {
            List<Long> media = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                media.add(node.api()
                        .post("reusablemedia/", """
                            {"type": "barcode", "identifier": "DELTA%d"}\
                            """.formatted(i))
                        .body()
                        .get("id")
                        .asLong());
            }
            AtomicBoolean open = new AtomicBoolean(true);
            List<Thread> threads = new ArrayList<>();
            List<HeldRow> held = new ArrayList<>();
            for (long medium : media) {
                threads.add(Thread.ofPlatform().start(() -> write(node.api(), medium, open)));
                held.add(new HeldRow(data, "select 1 from read_1.reusable_medium where id = ? for update", medium));
            }
            Map<Long, String> known = new HashMap<>();
            String since = "";
            int pages = 0;
            Instant end = Instant.now().plus(duration);
            while (Instant.now().isBefore(end)) {
                since = readDelta(node.api(), since, known);
                pages++;
                Thread.sleep(20);
            }
            open.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
            for (HeldRow row : held) {
                row.close();
            }
            readDelta(node.api(), since, known);
            Map<Long, String> truth = new HashMap<>();
            readDelta(node.api(), "", truth);
            assertThat(known).isEqualTo(truth);
            assertThat(truth.values()).allSatisfy(notes -> assertThat(notes).startsWith("n"));
            System.out.printf("%d pages, 0 stale media%n", pages);
        }
    }

    private static String readDelta(Api api, String since, Map<Long, String> known) throws Exception {
        String filter = since.isEmpty() ? "" : "&updated_since=" + URLEncoder.encode(since, StandardCharsets.UTF_8);
        Api.Answer page = api.get("reusablemedia/?page_size=50" + filter);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.pageGenerated()).isNotEmpty();
        for (JsonNode medium : page.body().get("results")) {
            known.put(medium.get("id").asLong(), medium.get("notes").asString(""));
        }
        return page.pageGenerated();
    }

    private static void write(Api api, long medium, AtomicBoolean open) {
        try {
            for (int i = 0; open.get(); i++) {
                assertThat(api.patch("reusablemedia/" + medium + "/", "{\"notes\": \"n" + i + "\"}")
                                .status())
                        .isEqualTo(200);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
