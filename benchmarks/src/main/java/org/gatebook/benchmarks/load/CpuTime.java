package org.gatebook.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time of a process. On a machine that others use too, rates move with them; what a
 * request costs moves little.
 */
public final class CpuTime {

    /** What Linux counts processor time in, on every machine. */
    private static final int TICKS_A_SECOND = 100;

    private final long pid;
    private final boolean withChildren;

    private CpuTime(long pid, boolean withChildren) {
        this.pid = pid;
        this.withChildren = withChildren;
    }

    /** Of a process and all those it has started. */
    public static CpuTime ofTree(long pid) {
        return new CpuTime(pid, true);
    }

    /** Of a process alone: a server starts its PostgreSQL, which has a meter of its own. */
    public static CpuTime of(long pid) {
        return new CpuTime(pid, false);
    }

    /** Spent so far. Children that have ended count only where the system keeps their time in a file (Linux). */
    public Duration spent() {
        return ProcessHandle.of(pid)
                .map(root -> Stream.concat(Stream.of(root), withChildren ? root.descendants() : Stream.empty())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(withChildren ? ofEnded(pid) : Duration.ZERO, Duration::plus))
                .orElse(Duration.ZERO);
    }

    /** PostgreSQL's processes come and go with connections: without those that went, a round could cost less than nothing. */
    private static Duration ofEnded(long parent) {
        try {
            String line = Files.readString(Path.of("/proc/" + parent + "/stat"));
            // Behind the name, which may hold anything: state is the first field, cutime and cstime the 14th and 15th.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Duration.ofMillis(
                    (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 1_000 / TICKS_A_SECOND);
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }
}
