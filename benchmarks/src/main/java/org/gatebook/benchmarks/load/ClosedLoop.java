package org.gatebook.benchmarks.load;

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
import java.util.stream.IntStream;

/** Clients that each send their next request when the answer to the last one is there. */
public final class ClosedLoop {

    private ClosedLoop() {}

    /** One client. */
    public interface Client extends AutoCloseable {

        /**
         * One request, answered.
         *
         * @return false if there was nothing left to ask: the round ends early
         */
        boolean step() throws Exception;

        @Override
        default void close() throws IOException, SQLException {}
    }

    /** Makes the clients of a round. */
    @FunctionalInterface
    public interface Clients {
        Client open() throws Exception;
    }

    /**
     * Steps a second, and how long single steps took.
     *
     * @param spent processor time of each meter during the round
     */
    public record Result(double perSecond, Duration p50, Duration p99, long steps, List<Duration> spent) {}

    /** Lets so many clients work for so long. */
    public static Result run(int clients, Duration duration, Clients open, CpuTime... meters) throws Exception {
        List<Client> opened = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                opened.add(open.open());
            }
            List<Duration> before = spent(meters);
            long begin = System.nanoTime();
            long end = begin + duration.toNanos();
            List<Callable<long[]>> loops = opened.stream()
                    .<Callable<long[]>>map(client -> () -> loop(client, end))
                    .toList();
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> loop : threads.invokeAll(loops)) {
                times.add(loop.get());
            }
            long elapsed = System.nanoTime() - begin;
            // Before the clients close: what PostgreSQL starts for a connection ends with it and takes its time along.
            List<Duration> after = spent(meters);
            return result(
                    times,
                    elapsed,
                    IntStream.range(0, meters.length)
                            .mapToObj(i -> after.get(i).minus(before.get(i)))
                            .toList());
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
        long start = System.nanoTime();
        while (start < end && client.step()) {
            long now = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = now - start;
            start = now;
        }
        return Arrays.copyOf(times, count);
    }

    private static List<Duration> spent(CpuTime... meters) {
        return Arrays.stream(meters).map(CpuTime::spent).toList();
    }

    private static Result result(List<long[]> times, long elapsed, List<Duration> spent) {
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            throw new IllegalStateException("no client finished a single step");
        }
        return new Result(
                all.length * 1e9 / elapsed,
                Duration.ofNanos(all[all.length / 2]),
                Duration.ofNanos(all[(int) (all.length * 0.99)]),
                all.length,
                spent);
    }
}
