package org.gatebook.query.invoice;

import static org.gatebook.web.filter.Filters.compared;
import static org.gatebook.web.filter.Filters.flag;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.web.answer.RawJson;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of an event or of an organizer. Those of a test order that was deleted are gone with it. */
@Component
class InvoiceRows {

    private static final String COLUMNS = "i.id, i.event, i.number, i.shown";
    private static final String SOURCE = "invoice i join orders o on o.id = i.order_id and not o.deleted";

    static final ListDeclaration LIST = ListDeclaration.of(COLUMNS, SOURCE, "i.id")
            .usually("i.number, i.id")
            .filteredBy(
                    compared("order", "upper(i.order_code) = upper(:%s)"),
                    compared("number", "upper(i.number) = upper(:%s)"),
                    flag("is_cancellation", "i.is_cancellation"),
                    compared("refers", "upper(i.refers) = upper(:%s)"),
                    compared("locale", "i.locale = :%s"))
            .orderedBy("nr", "i.number")
            .orderedBy("date", "i.date");

    private final JdbcClient jdbc;

    InvoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A document as it is handed out. */
    record Shown(long id, EventSlug event, String number, RawJson json) {

        static Shown of(ResultSet row, int number) throws SQLException {
            return new Shown(
                    row.getLong("id"),
                    new EventSlug(row.getString("event")),
                    row.getString("number"),
                    new RawJson(row.getString("shown")));
        }
    }

    /** The page that the request asks for. */
    Page<RawJson> page(ApiRequest request, Condition within) {
        Page<Shown> page = LIST.read(request.query(), Lookups.none())
                .within(
                        "i.organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within(within)
                .page(jdbc, Shown::of);
        return page.map(Shown::json);
    }

    /** The document of exactly this number. */
    Optional<Shown> find(ApiRequest request, Condition within, String number) {
        return jdbc.sql("select " + COLUMNS + " from " + SOURCE
                        + " where i.organizer = :organizer and i.number = :number and " + within.sql()
                        + " order by i.id limit 1")
                .param("organizer", request.organizer().value())
                .param("number", number)
                .params(within.params())
                .query(Shown::of)
                .optional();
    }
}
