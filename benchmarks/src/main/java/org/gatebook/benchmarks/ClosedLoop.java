package org.gatebook.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each send their next request when the answer to the last one is there. */
final class ClosedLoop {

    private ClosedLoop() {}

    /** One client: a step is one request, answered. */
    interface Client extends AutoCloseable {
        void step() throws Exception;

        @Override
        default void close() throws IOException, SQLException {}
    }

    /** Makes the client of this number. */
    interface Clients {
        Client open(int number) throws Exception;
    }

    /** Steps a second, and how long single steps took. */
    record Result(double perSecond, Duration p50, Duration p99, long steps) {}

    /** Lets so many clients work for so long. */
    static Result run(int clients, Duration duration, Clients open) throws Exception {
        List<Client> opened = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                opened.add(open.open(i));
            }
            long begin = System.nanoTime();
            long end = begin + duration.toNanos();
            List<Callable<long[]>> loops = opened.stream()
                    .<Callable<long[]>>map(client -> () -> loop(client, end))
                    .toList();
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> loop : threads.invokeAll(loops)) {
                times.add(loop.get());
            }
            return result(times, System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e);
        } finally {
            for (Client client : opened) {
                client.close();
            }
        }
    }

    private static long[] loop(Client client, long end) throws Exception {
        long[] times = new long[1024];
        int count = 0;
        for (long start = System.nanoTime(); start < end; ) {
            client.step();
            long now = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = now - start;
            start = now;
        }
        return Arrays.copyOf(times, count);
    }

    private static Result result(List<long[]> times, long elapsed) {
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            throw new IllegalStateException("no client finished a single step");
        }
        return new Result(
                all.length * 1e9 / elapsed,
                Duration.ofNanos(all[all.length / 2]),
                Duration.ofNanos(all[(int) (all.length * 0.99)]),
                all.length);
    }
}
