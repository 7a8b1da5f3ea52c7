package org.gatebook.query.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.ticket.DoorQuery.DoorShape;
import org.gatebook.api.ticket.DoorQuery.Entrance;
import org.gatebook.api.ticket.DoorQuery.FindRevokedSecret;
import org.gatebook.api.ticket.DoorQuery.FindTicket;
import org.gatebook.api.ticket.DoorQuery.FindTicketOfMedium;
import org.gatebook.api.ticket.DoorQuery.FindTicketsByCode;
import org.gatebook.api.ticket.DoorQuery.FindTicketsInside;
import org.gatebook.api.ticket.DoorQuery.FindTicketsOfPosition;
import org.gatebook.api.ticket.DoorQuery.IsRefusalKnown;
import org.gatebook.api.ticket.DoorQuery.ShowAtDoor;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.StreamHeads;
import org.gatebook.query.order.shown.StoredPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what doors ask about codes and tickets. */
@Component
class DoorAnswers {

    private static final String FROM =
            " from " + StoredPosition.SOURCE + " where l.organizer = :organizer and t.order_id = l.order_id and ";

    private static final String SELECT = "select " + DoorPosition.COLUMNS + FROM;

    /** The ticket is about to decide. */
    private static final String SELECT_WITH_HEAD = "select " + DoorPosition.COLUMNS + ", "
            + StreamHeads.sql("'" + TicketId.KIND + ":' || t.id") + " as head" + FROM;

    private final JdbcClient jdbc;
    private final DoorPositions positions;
    private final StreamHeads heads;

    DoorAnswers(JdbcClient jdbc, DoorPositions positions, StreamHeads heads) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.heads = heads;
    }

    @QueryHandler
    List<TicketAtDoor> find(FindTicketsByCode query) {
        Map<String, Object> params = new HashMap<>();
        params.put("organizer", query.organizer().value());
        params.put("code", query.code());
        StringBuilder candidates = new StringBuilder(
                "select c.id from ticket c where c.secret = :code and c.secret <> '' and c.organizer = :organizer");
        if (query.entrances().stream().anyMatch(Entrance::addonMatch)) {
            candidates.append("""
                 union all select a.id from ticket c join order_line a on a.addon_to = c.id
                 where c.secret = :code and c.secret <> '' and c.organizer = :organizer and not c.canceled\
                """);
        }
        if (query.number() != null) {
            candidates.append(" union all select cast(:number as bigint)");
            params.put("number", query.number());
        }
        String sql = SELECT_WITH_HEAD + "not l.canceled and l.id in (" + candidates + ") and ("
                + behind(query.entrances(), params) + ")";
        List<DoorPosition> found = jdbc.sql(sql).params(params).query(this::readWithHead).list().stream()
                .sorted(DoorPosition.MAIN_FIRST)
                .toList();
        List<Object> shown = positions.show(query.organizer(), found, null, query.shape());
        List<TicketAtDoor> tickets = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            tickets.add(found.get(i).atDoor(shown.get(i)));
        }
        return tickets;
    }

    private DoorPosition readWithHead(ResultSet row, int number) throws SQLException {
        DoorPosition found = DoorPosition.read(row, number);
        heads.seen(found.ticket().aggregateId(), row.getLong("head"));
        return found;
    }

    /** Of these events, and of the date where a list has one. */
    private static String behind(List<Entrance> entrances, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < entrances.size(); i++) {
            Entrance entrance = entrances.get(i);
            params.put("event" + i, entrance.event().value());
            String condition = "l.event = :event" + i;
            if (entrance.subevent() != null) {
                params.put("date" + i, entrance.subevent());
                condition += " and l.subevent = :date" + i;
            }
            conditions.add("(" + condition + ")");
        }
        return String.join(" or ", conditions);
    }

    @QueryHandler
    List<TicketAtDoor> find(FindTicketsOfPosition query) {
        String[] events = query.entrances().stream()
                .map(entrance -> entrance.event().value())
                .toArray(String[]::new);
        String[] withAddons = query.entrances().stream()
                .filter(Entrance::addonMatch)
                .map(entrance -> entrance.event().value())
                .toArray(String[]::new);
        return jdbc
                .sql(SELECT + """
                    ((l.id = :position and l.event = any (:events))
                     or (l.addon_to = :position and not l.canceled and l.event = any (:with_addons)))\
                    """)
                .param("organizer", query.organizer().value())
                .param("position", query.position().number())
                .param("events", events)
                .param("with_addons", withAddons)
                .query(DoorPosition::read)
                .list()
                .stream()
                .sorted(DoorPosition.MAIN_FIRST)
                .map(position -> position.atDoor(null))
                .toList();
    }

    @QueryHandler
    Optional<TicketId> find(FindRevokedSecret query) {
        return jdbc.sql("""
            SELECT ticket FROM ops.revoked_secret
            WHERE organizer = :organizer AND secret = :secret AND event = ANY (:events)
            ORDER BY created LIMIT 1
            """)
                .param("organizer", query.organizer().value())
                .param("secret", query.secret())
                .param(
                        "events",
                        query.events().stream().map(event -> event.value()).toArray(String[]::new))
                .query(Long.class)
                .optional()
                .map(TicketId::new);
    }

    @QueryHandler
    Optional<TicketId> find(FindTicketOfMedium query) {
        return jdbc.sql("""
            SELECT linked_orderposition FROM reusable_medium
            WHERE identifier = :identifier AND type = :type AND organizer = :organizer
              AND active AND (expires IS NULL OR expires > :now) AND linked_orderposition IS NOT NULL
            """)
                .param("organizer", query.organizer().value())
                .param("type", query.type())
                .param("identifier", query.identifier())
                .param("now", query.now().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .map(TicketId::new);
    }

    @QueryHandler
    Optional<TicketId> find(FindTicket query) {
        Number number = query.number();
        return jdbc.sql("""
                        SELECT t.id FROM ticket t JOIN orders o ON o.id = t.order_id AND NOT o.deleted
                        WHERE t.organizer = :organizer AND t.event = :event AND \
                        """ + (number == null ? "t.secret = :wanted AND t.secret <> ''" : "t.id = :wanted")
                        + " ORDER BY t.id LIMIT 1")
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .param("wanted", number == null ? query.secret() : number)
                .query(Long.class)
                .optional()
                .map(TicketId::new);
    }

    @QueryHandler
    Boolean isKnown(IsRefusalKnown query) {
        TicketId ticket = query.ticket();
        if (ticket == null) {
            return jdbc.sql("""
                SELECT EXISTS (SELECT FROM unknown_scan
                    WHERE list = :list AND nonce = :nonce AND barcode = :barcode)
                """)
                    .param("list", query.list())
                    .param("nonce", query.nonce())
                    .param("barcode", query.barcode())
                    .query(Boolean.class)
                    .single();
        }
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM checkin
                WHERE ticket = :ticket AND nonce = :nonce AND NOT successful)
            """)
                .param("ticket", ticket.number())
                .param("nonce", query.nonce())
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    List<TicketId> find(FindTicketsInside query) {
        return jdbc.sql("""
            SELECT ticket FROM checkin
            WHERE list = :list AND successful AND datetime <= :at
            GROUP BY ticket
            HAVING max(datetime) FILTER (WHERE type = 'entry')
                 > coalesce(max(datetime) FILTER (WHERE type = 'exit'), '-infinity')
            ORDER BY ticket LIMIT :limit
            """)
                .param("list", query.list())
                .param("at", query.at().atOffset(ZoneOffset.UTC))
                .param("limit", query.limit())
                .query((row, number) -> new TicketId(row.getLong("ticket")))
                .list();
    }

    @QueryHandler
    Object show(ShowAtDoor query) {
        List<DoorPosition> found = jdbc.sql(SELECT + "l.id = :position")
                .param("organizer", query.organizer().value())
                .param("position", query.ticket().number())
                .query(DoorPosition::read)
                .list();
        DoorShape shape = query.shape();
        return positions.show(query.organizer(), found, query.except(), shape).getFirst();
    }
}
