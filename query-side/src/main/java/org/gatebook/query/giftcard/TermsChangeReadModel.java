package org.gatebook.query.giftcard;

import java.util.List;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places in the streams of gift cards that are no transactions (see {@link BookingPlaces}). A number in each transaction
 * would say the same, but nothing that is folded from one event alone knows how many there were before.
 */
@Component
class TermsChangeReadModel implements ReadModel<TermsChangePlace> {

    private static final Table TABLE =
            new Table("gift_card_terms_change", List.of("card", "sequence"), List.of("card", "sequence", "position"));

    private final JdbcClient jdbc;

    TermsChangeReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "gift_card_terms_change";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/giftcard/gift_card_terms_change.v1.sql";
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
        return event.payload() instanceof GiftCardTermsChanged changed
                ? changed.card().number() + "/" + event.sequence()
                : null;
    }

    @Override
    public @Nullable TermsChangePlace fold(@Nullable TermsChangePlace view, RecordedEvent event) {
        return event.payload() instanceof GiftCardTermsChanged changed
                ? new TermsChangePlace(changed.card(), event.sequence())
                : view;
    }

    @Override
    public @Nullable TermsChangePlace load(String key) {
        int slash = key.indexOf('/');
        return jdbc.sql("SELECT card, sequence FROM gift_card_terms_change WHERE card = :card AND sequence = :sequence")
                .param("card", Long.parseLong(key, 0, slash, 10))
                .param("sequence", Long.parseLong(key, slash + 1, key.length(), 10))
                .query((row, number) ->
                        new TermsChangePlace(new GiftCardId(row.getLong("card")), row.getLong("sequence")))
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<TermsChangePlace> row, RowSink sink) {
        sink.row(TABLE, row.view().card().number(), row.view().sequence(), row.position());
    }
}
