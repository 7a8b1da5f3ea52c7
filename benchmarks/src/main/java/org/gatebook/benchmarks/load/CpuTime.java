package org.gatebook.benchmarks.load;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time of a process. On a machine that others use too, rates move with them; what a
 * request costs moves little.
 */
public final class CpuTime {

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

    /** Spent so far by those that are alive. */
    public Duration spent() {
        return ProcessHandle.of(pid)
                .map(root -> Stream.concat(Stream.of(root), withChildren ? root.descendants() : Stream.empty())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus))
                .orElse(Duration.ZERO);
    }
}
