package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.List;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** One kind of request: how it is prepared, what is asked, and what it is held against. */
public interface Workload {

    /** In one or two words, as the command line and the figures name it. */
    String name();

    /** Brings about what the requests need. Called once, on fresh data, before anything is copied or measured. */
    void prepare(Api api) throws IOException;

    /** The next request of any client; called by many threads. */
    Request next();

    /** What it is measured against, the first one being the floor of its bar. */
    List<Floor> floors();

    /** What it is held to. */
    Bar bar();

    /**
     * What must be reached at 16 clients.
     *
     * @param ofFloor least part of the first floor's rate
     * @param statements most statements a request
     */
    record Bar(double ofFloor, int statements) {}
}
