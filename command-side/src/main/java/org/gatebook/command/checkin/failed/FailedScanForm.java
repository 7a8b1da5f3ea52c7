package org.gatebook.command.checkin.failed;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;

/** A refusal that a device reports (behaviour notes, check-in 4.1). */
final class FailedScanForm {

    private static final Relation<Long, Item> ITEMS = Relation.byId("product");
    private static final Relation<Long, Item.Variation> VARIATIONS = Relation.byId("variation");
    private static final Relation<Long, Subevent> DATES = Relation.byId("date");
    static final Relation<Long, TicketId> POSITIONS = Relation.byId("order position");

    static final Field<ScanReason> REASON = Field.required("error_reason", choice(ScanReason.class, ScanReason::code));
    static final Field<String> EXPLANATION =
            Field.optional("error_explanation", text().orBlank()).nullable();
    static final Field<String> BARCODE = Field.required("raw_barcode", text());
    static final Field<Item> ITEM = Field.optional("raw_item", id(ITEMS)).nullable();
    static final Field<Item.Variation> VARIATION =
            Field.optional("raw_variation", id(VARIATIONS)).nullable();
    static final Field<Subevent> SUBEVENT =
            Field.optional("raw_subevent", id(DATES)).nullable();
    static final Field<String> NONCE =
            Field.optional("nonce", text().upTo(190).orBlank()).nullable();
    static final Field<Instant> DATETIME = Field.optional("datetime", dateTime());
    static final Field<Direction> TYPE = Field.optional("type", choice(Direction.class, Direction::code));
    static final Field<TicketId> POSITION =
            Field.optional("position", id(POSITIONS)).nullable();

    static final List<Field<?>> FIELDS =
            List.of(REASON, EXPLANATION, BARCODE, ITEM, VARIATION, SUBEVENT, NONCE, DATETIME, TYPE, POSITION);

    static final Form FORM = Form.of(FIELDS.toArray(Field<?>[]::new));

    private FailedScanForm() {}

    static Lookups lookups(EventOffer offer) {
        return Lookups.of(ITEMS, (Long id) -> offer.items().get(id))
                .and(VARIATIONS, (Long id) -> variation(offer, id))
                .and(DATES, (Long id) -> offer.subevents().get(id));
    }

    private static Item.@Nullable Variation variation(EventOffer offer, long id) {
        for (Item item : offer.items().values()) {
            Item.Variation found = item.variation(id).orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
