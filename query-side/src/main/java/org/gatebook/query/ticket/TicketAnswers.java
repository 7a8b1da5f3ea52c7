package org.gatebook.query.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.ticket.TicketQuery.FindTicketOfEvent;
import org.gatebook.api.ticket.TicketQuery.FindTicketsOfOrder;
import org.gatebook.api.ticket.TicketQuery.KnownTicket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what those ask who want to change tickets. */
@Component
class TicketAnswers {

    private final JdbcClient jdbc;

    TicketAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<KnownTicket> find(FindTicketOfEvent query) {
        return jdbc.sql("""
            SELECT * FROM ticket
            WHERE id = :id AND organizer = :organizer AND event = :event AND NOT canceled
            """)
                .param("id", query.ticket().number())
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .query(TicketAnswers::known)
                .optional();
    }

    @QueryHandler
    List<KnownTicket> find(FindTicketsOfOrder query) {
        return jdbc.sql("SELECT * FROM ticket WHERE order_id = :order AND organizer = :organizer ORDER BY id")
                .param("order", query.order().number())
                .param("organizer", query.organizer().value())
                .query(TicketAnswers::known)
                .list();
    }

    private static KnownTicket known(ResultSet row, int number) throws SQLException {
        TicketView ticket = TicketReadModel.view(row, number);
        return new KnownTicket(ticket.id(), ticket.order(), ticket.terms(), ticket.secret(), ticket.canceled());
    }
}
