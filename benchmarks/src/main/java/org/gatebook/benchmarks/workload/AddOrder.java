package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/**
 * A shop that sells two tickets at a time.
 *
 * @param name as {@link Workload#name()}
 * @param order what it sends
 */
public record AddOrder(String name, Festival festival, Supplier<String> order) implements Workload {

    /** Out of one quota, which every order has to raise. */
    public static AddOrder hotQuota(Festival festival) {
        return new AddOrder("order", festival, () -> festival.order(false));
    }

    /** Out of any of ten. */
    public static AddOrder tenQuotas(Festival festival) {
        return new AddOrder("order-ten-quotas", festival, festival::orderOfAnyDay);
    }

    @Override
    public void prepare(Api api) throws IOException {
        festival.prepare(api);
    }

    @Override
    public Request next() {
        return Request.post(Festival.EVENT + "/orders/", order.get(), 201);
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
