package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatebook.server.system.FeedFollower.Feed;
import org.gatebook.server.system.FeedFollower.Habit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Who follows the feeds of revoked and blocked secrets learns of everything, however slow and many the writers are, and
 * though one of the nodes is killed. What is missed here is a revoked ticket that opens a door.
 */
class FollowedFeedsTest {

    private static final int WRITERS = 16;
    private static final int RUNS = 10;
    private static final Duration DURATION = Duration.ofSeconds(20);

    /** Places at which a transaction waits: before its moment is drawn, and between the moment and the commit. */
    private static final List<String> HOLD_UPS = List.of(
            "select 1 from ops.secret_feed where event = ? and feed = 'revoked' for update",
            "select 1 from ops.secret_feed where event = ? and feed = 'blocked' for update",
            """
            select 1 from ops.blocked_secret
             where event = ? and blocked order by updated desc limit 4 for update
            """,
            """
            select 1 from ops.usage_counter
             where kind = 'quota' and id = (select max(id) from ops.usage_counter where kind = 'quota')
               and ? <> '' for update
            """);

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    @Tag("torture")
    void followers_of_the_feeds_know_every_secret_of_slow_writers_and_a_killed_node_in_ten_runs() throws Exception {
        try (Node one = Node.start(data)) {
            for (int run = 0; run < RUNS; run++) {
                try (Node two = Node.startBeside(data, other)) {
                    run("feeds" + run, one, two, DURATION);
                }
            }
            assertThat(Node.run(data, "verify"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
        }
    }

    private void run(String event, Node one, Node two, Duration duration) throws Exception {
        BoxOffice office = BoxOffice.open(one.api(), event, 1_000_000);
        assertThat(one.api()
                        .patch(office.path() + "settings/", "{\"ticket_secret_generator\": \"pretix_sig1\"}")
                        .status())
                .isEqualTo(200);
        List<BackOffice> writers = new ArrayList<>();
        List<FeedFollower> followers = new ArrayList<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicBoolean reading = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> atWork = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                BackOffice writer = new BackOffice(office);
                writers.add(writer);
                atWork.add(threads.submit(write(writer, List.of(one.api(), two.api()), i, writing)));
            }
            HOLD_UPS.forEach(rows -> atWork.add(threads.submit(holdUp(rows, event, writing))));
            List<Future<?>> following = new ArrayList<>();
            for (Feed feed : Feed.values()) {
                for (Habit habit : Habit.values()) {
                    for (Api node : List.of(one.api(), two.api())) {
                        FeedFollower follower = new FeedFollower(office.path(), feed, habit);
                        followers.add(follower);
                        following.add(threads.submit(keepUp(follower, node, one.api(), reading)));
                    }
                }
            }
            Thread.sleep(duration.dividedBy(2));
            two.kill();
            Thread.sleep(duration.dividedBy(2));
            writing.set(false);
            for (Future<?> done : atWork) {
                done.get();
            }
            reading.set(false);
            for (Future<?> done : following) {
                done.get();
            }
        }
        compare(event, one.api(), office, writers, followers);
    }

    private static void compare(
            String event, Api api, BoxOffice office, List<BackOffice> writers, List<FeedFollower> followers)
            throws Exception {
        Map<Feed, Map<String, Boolean>> truth = new HashMap<>();
        for (Feed feed : Feed.values()) {
            Map<String, Boolean> rows = new HashMap<>();
            for (JsonNode row : api.all(office.path() + feed.path())) {
                rows.put(
                        row.get("secret").asString(),
                        feed == Feed.REVOKED || row.get("blocked").asBoolean());
            }
            truth.put(feed, rows);
        }
        for (BackOffice writer : writers) {
            assertThat(truth.get(Feed.REVOKED).keySet()).containsAll(writer.revoked());
            assertThat(truth.get(Feed.BLOCKED)).containsAllEntriesOf(writer.blocked());
        }
        int pages = 0;
        for (FeedFollower follower : followers) {
            follower.catchUp(api);
            assertThat(follower.known()).as(follower.toString()).isEqualTo(truth.get(follower.feed()));
            pages += follower.pages();
        }
        assertThat(truth.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        System.out.printf(
                "%s: %d secrets revoked, %d blocked; %d followers have missed none on %d pages%n",
                event, truth.get(Feed.REVOKED).size(), truth.get(Feed.BLOCKED).size(), followers.size(), pages);
    }

    /** Goes to the first node when its own is gone. */
    private static Callable<Void> write(BackOffice writer, List<Api> nodes, int number, AtomicBoolean open) {
        return () -> {
            Api node = nodes.get(number % nodes.size());
            while (open.get()) {
                try {
                    writer.work(node);
                } catch (IOException gone) {
                    writer.giveUp();
                    node = nodes.getFirst();
                }
            }
            return null;
        };
    }

    /** Looks often, and now and then so late that the news fill several pages. */
    private static Callable<Void> keepUp(FeedFollower follower, Api first, Api then, AtomicBoolean open) {
        return () -> {
            Api node = first;
            while (open.get()) {
                try {
                    follower.catchUp(node);
                } catch (IOException gone) {
                    node = then;
                }
                boolean late = ThreadLocalRandom.current().nextInt(20) == 0;
                Thread.sleep(late ? 2_500 : ThreadLocalRandom.current().nextInt(100));
            }
            return null;
        };
    }

    /** Locks rows now and then, so that whoever has to write them waits in the midst of its transaction. */
    private Callable<Void> holdUp(String rows, String event, AtomicBoolean open) {
        return () -> {
            try (Connection connection = Node.connect(data)) {
                connection.setAutoCommit(false);
                try (PreparedStatement lock = connection.prepareStatement(rows)) {
                    lock.setString(1, event);
                    while (open.get()) {
                        lock.executeQuery().close();
                        Thread.sleep(ThreadLocalRandom.current().nextInt(1_200));
                        connection.commit();
                        Thread.sleep(ThreadLocalRandom.current().nextInt(2_500));
                    }
                }
            }
            return null;
        };
    }
}
