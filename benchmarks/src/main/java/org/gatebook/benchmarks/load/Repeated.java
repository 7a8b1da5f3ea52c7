package org.gatebook.benchmarks.load;

import java.io.IOException;
import java.util.function.Supplier;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** A client that goes on asking. */
public class Repeated implements ClosedLoop.Client {

    private final KeepAliveClient client;
    private final Supplier<Request> requests;

    public Repeated(KeepAliveClient client, Supplier<Request> requests) {
        this.client = client;
        this.requests = requests;
    }

    @Override
    public boolean step() throws IOException {
        client.send(requests.get());
        return true;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
