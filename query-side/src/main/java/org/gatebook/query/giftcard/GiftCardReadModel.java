package org.gatebook.query.giftcard;

import java.util.List;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gift cards, a row each, by stream. */
@Component
class GiftCardReadModel implements ReadModel<GiftCardView> {

    private static final Table TABLE = new Table(
            "gift_card",
            List.of("id"),
            List.of(
                    "id",
                    "issuer",
                    "secret",
                    "issuance",
                    "value",
                    "currency",
                    "testmode",
                    "expires",
                    "conditions",
                    "owner_ticket",
                    "position"));

    private final JdbcClient jdbc;

    GiftCardReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "gift_card";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/giftcard/gift_card.v1.sql";
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
    public GiftCardView fold(@Nullable GiftCardView view, RecordedEvent event) {
        return GiftCardFold.fold(view, (GiftCardEvent) event.payload());
    }

    @Override
    public @Nullable GiftCardView load(String key) {
        return jdbc.sql("SELECT * FROM gift_card WHERE id = :id")
                .param("id", GiftCardId.ofAggregate(key).number())
                .query(GiftCardRow::view)
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<GiftCardView> row, RowSink sink) {
        GiftCardView card = row.view();
        sink.row(
                TABLE,
                card.id().number(),
                card.issuer().value(),
                card.secret(),
                card.issuance(),
                card.value().value(),
                card.currency(),
                card.testmode(),
                card.expires(),
                card.conditions(),
                card.ownerTicket() == null ? null : card.ownerTicket().id(),
                row.position());
    }
}
