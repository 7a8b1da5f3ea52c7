package org.gatebook.query.invoice;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.EventSlug;
import org.gatebook.api.invoice.InvoiceQuery.FindInvoice;
import org.gatebook.api.invoice.InvoiceQuery.FoundInvoice;
import org.gatebook.api.invoice.InvoiceQuery.IsInvoiced;
import org.gatebook.api.invoice.InvoiceQuery.ShowInvoice;
import org.gatebook.api.order.OrderId;
import org.gatebook.web.answer.RawJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what other sides ask about invoices; each with one statement. */
@Component
class InvoiceAnswers {

    private final JdbcClient jdbc;

    InvoiceAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<FoundInvoice> find(FindInvoice query) {
        EventSlug event = query.event();
        return jdbc.sql("""
            SELECT i.id, i.order_id, i.event FROM invoice i JOIN orders o ON o.id = i.order_id AND NOT o.deleted
            WHERE i.organizer = :organizer AND i.number = :number AND i.event = coalesce(:event, i.event)
            ORDER BY i.id LIMIT 1
            """)
                .param("organizer", query.organizer().value())
                .param("number", query.number())
                .param("event", event == null ? null : event.value())
                .query((row, number) -> new FoundInvoice(
                        row.getLong("id"), new OrderId(row.getLong("order_id")), new EventSlug(row.getString("event"))))
                .optional();
    }

    @QueryHandler
    Boolean isInvoiced(IsInvoiced query) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM invoice WHERE order_id = :order)")
                .param("order", query.order().number())
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    Optional<Object> show(ShowInvoice query) {
        return jdbc.sql("SELECT shown FROM invoice WHERE id = :id AND organizer = :organizer")
                .param("id", query.invoice())
                .param("organizer", query.organizer().value())
                .query((row, number) -> (Object) new RawJson(row.getString("shown")))
                .optional();
    }
}
