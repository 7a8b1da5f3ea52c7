package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.List;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** A shop that sells two tickets at a time out of one quota, which every order has to raise. */
public record AddOrder(Festival festival) implements Workload {

    @Override
    public String name() {
        return "order";
    }

    @Override
    public void prepare(Api api) throws IOException {
        festival.prepare(api);
    }

    @Override
    public Request next() {
        return Request.post(Festival.EVENT + "/orders/", festival.order(false), 201);
    }

    @Override
    public List<Floor> floors() {
        return List.of(new Floor.SameStatements());
    }

    @Override
    public Bar bar() {
        return new Bar(0.4, 14);
    }
}
