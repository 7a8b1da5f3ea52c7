package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** Back offices that look at orders with two tickets. */
public record OrderDetail(Festival festival) implements Workload {

    /** All that is shown of an order, as a plain join gives it: a row for each position. */
    private static final String JOINED = """
        select o.id, o.code, o.event, o.status, o.require_approval, o.valid_if_pending, o.shown, m.last_modified,
               l.id, l.canceled, l.seat, l.shown, t.secret, t.canceled, t.shown
          from orders o
          join order_touch m on m.id = o.id
          left join order_line l on l.order_id = o.id
          left join ticket t on t.id = l.id
         where o.organizer = ? and o.event = ? and o.code = ? and not o.deleted
         order by l.positionid
        """;

    @Override
    public String name() {
        return "order-detail";
    }

    @Override
    public void prepare(Api api) throws IOException {
        festival.prepare(api);
    }

    @Override
    public Request next() {
        return Request.get(Festival.EVENT + "/orders/" + code() + "/");
    }

    private String code() {
        return festival.orders()
                .get(ThreadLocalRandom.current().nextInt(festival.orders().size()));
    }

    @Override
    public List<Floor> floors() {
        return List.of(
                new Floor.Query("floor: one joined SELECT", JOINED, () -> List.of(Api.ORGANIZER, "festival", code())),
                new Floor.SameStatements());
    }

    @Override
    public Bar bar() {
        return new Bar(0.5, 3);
    }
}
