package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** Whoever turns the pages of an event's orders, 50 at a time. */
public record OrderPage(Festival festival) implements Workload {

    private static final int PAGES = 10;

    @Override
    public String name() {
        return "order-page";
    }

    @Override
    public void prepare(Api api) throws IOException {
        festival.prepare(api);
    }

    @Override
    public Request next() {
        return Request.get(Festival.EVENT + "/orders/?page="
                + (1 + ThreadLocalRandom.current().nextInt(PAGES)));
    }

    @Override
    public List<Floor> floors() {
        return List.of(
                new Floor.SomeStatements("floor: its SELECT", List.of("from orders o")), new Floor.SameStatements());
    }

    @Override
    public Bar bar() {
        return new Bar(0.5, 5);
    }
}
