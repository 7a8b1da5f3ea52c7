package org.gatebook.query.giftcard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTransactionView;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.web.answer.RawJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Transactions of gift cards: one event, one row, never changed. */
@Component
class GiftCardTransactionReadModel implements ReadModel<BookedTransaction> {

    private static final Table TABLE = new Table(
            "gift_card_transaction",
            List.of("id"),
            List.of(
                    "id",
                    "card",
                    "sequence",
                    "datetime",
                    "value",
                    "event",
                    "order_code",
                    "text",
                    "info:json",
                    "acceptor",
                    "position"));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    GiftCardTransactionReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "gift_card_transaction";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/giftcard/gift_card_transaction.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<GiftCardEvent> events() {
        return GiftCardEvent.class;
    }

    @Override
    public Keyed keyed() {
        return Keyed.BY_EVENT;
    }

    @Override
    public @Nullable String key(RecordedEvent event) {
        return event.payload() instanceof GiftCardTransacted booked
                ? Long.toString(booked.transaction().id())
                : null;
    }

    @Override
    public @Nullable BookedTransaction fold(@Nullable BookedTransaction view, RecordedEvent event) {
        if (!(event.payload() instanceof GiftCardTransacted booked)) {
            return view;
        }
        CardTransaction transaction = booked.transaction();
        OrderBooking booking = transaction.booking();
        return new BookedTransaction(
                booked.card(),
                new GiftCardTransactionView(
                        transaction.id(),
                        booked.at(),
                        transaction.amount(),
                        booking == null ? null : booking.event(),
                        booking == null ? null : booking.order(),
                        transaction.text(),
                        transaction.info(),
                        transaction.acceptor()));
    }

    @Override
    public @Nullable BookedTransaction load(String key) {
        return jdbc.sql("SELECT * FROM gift_card_transaction WHERE id = :id")
                .param("id", Long.parseLong(key))
                .query((row, number) -> new BookedTransaction(new GiftCardId(row.getLong("card")), view(row, number)))
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<BookedTransaction> row, RowSink sink) {
        GiftCardTransactionView booked = row.view().transaction();
        sink.row(
                TABLE,
                booked.id(),
                row.view().card().number(),
                row.sequence(),
                booked.datetime(),
                booked.value().value(),
                booked.event() == null ? null : booked.event().value(),
                booked.order(),
                booked.text(),
                booked.info() == null ? null : JSON.writeValueAsString(booked.info()),
                booked.acceptor().value(),
                row.position());
    }

    /** Reads the view back from its row; the client's JSON is handed out as it was stored. */
    static GiftCardTransactionView view(ResultSet row, int number) throws SQLException {
        String event = row.getString("event");
        String info = row.getString("info");
        return new GiftCardTransactionView(
                row.getLong("id"),
                row.getObject("datetime", OffsetDateTime.class).toInstant(),
                new CardAmount(row.getBigDecimal("value")),
                event == null ? null : new EventSlug(event),
                row.getString("order_code"),
                row.getString("text"),
                info == null ? null : new RawJson(info),
                new OrganizerSlug(row.getString("acceptor")));
    }
}
