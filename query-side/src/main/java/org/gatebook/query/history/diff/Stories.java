package org.gatebook.query.history.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketMoved;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.ReachedStreams;
import org.springframework.stereotype.Component;

/** The events of which the answers of orders and positions are made. An order shows what its tickets are. */
@Component
class Stories {

    private final ReachedStreams streams;

    Stories(ReachedStreams streams) {
        this.streams = streams;
    }

    /** Of an order and its tickets, as long as they were in it. */
    Collection<RecordedEvent> ofOrder(String stream) {
        OrderId order = OrderId.ofAggregate(stream);
        List<RecordedEvent> all = new ArrayList<>(streams.of(stream));
        streams.of(tickets(all)).stream()
                .filter(event -> belongsTo(order, (TicketEvent) event.payload()))
                .forEach(all::add);
        return all;
    }

    /** Of a ticket and the orders that it was in. */
    Collection<RecordedEvent> ofTicket(String stream) {
        List<RecordedEvent> all = new ArrayList<>(streams.of(stream));
        Set<String> orders = new LinkedHashSet<>();
        all.forEach(event -> orders.add(((TicketEvent) event.payload()).order().aggregateId()));
        all.addAll(streams.of(orders));
        return all;
    }

    private static boolean belongsTo(OrderId order, TicketEvent event) {
        return event instanceof TicketMoved || event.order().equals(order);
    }

    private static Set<String> tickets(List<RecordedEvent> events) {
        Set<String> tickets = new LinkedHashSet<>();
        for (RecordedEvent event : events) {
            if (event.payload() instanceof OrderPlaced placed) {
                placed.placed().lines().forEach(line -> tickets.add(stream(line)));
            } else if (event.payload() instanceof LineAdded added) {
                tickets.add(stream(added.line()));
            }
        }
        return tickets;
    }

    private static String stream(OrderLine line) {
        return new TicketId(line.id()).aggregateId();
    }
}
