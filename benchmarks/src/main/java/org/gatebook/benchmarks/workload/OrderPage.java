package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** Whoever turns the pages of an event's orders, 50 at a time. */
public record OrderPage(Festival festival) implements Workload {

    private static final int PAGES = 10;
    private static final int SIZE = 50;

    /** All that is shown of fifty orders, each with its positions in one value. */
    private static final String SELECT = """
        select o.id, o.code, o.event, o.status, o.require_approval, o.valid_if_pending, o.shown, m.last_modified,
               (select string_agg(concat_ws('|', l.id, l.positionid, l.item, l.canceled, l.addon_to, l.answers, l.seat,
                                            l.shown, t.shown, t.checkins), '|' order by l.positionid)
                  from order_line l join ticket t on t.id = l.id and not l.moved_on
                 where l.order_id = o.id)
          from orders o
          join order_touch m on m.id = o.id
         where o.id = any (array(select f.id from orders f
                                  where f.organizer = ? and f.event = ? and not f.deleted
                                  order by f.datetime, f.id desc limit ? offset ?))
         order by o.datetime, o.id desc
        """;

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
                new Floor.Query(
                        "floor: its SELECT",
                        SELECT,
                        () -> List.of(
                                Api.ORGANIZER,
                                "festival",
                                SIZE,
                                SIZE * ThreadLocalRandom.current().nextInt(PAGES))),
                new Floor.SameStatements());
    }

    @Override
    public Bar bar() {
        return new Bar(0.5, 5);
    }
}
