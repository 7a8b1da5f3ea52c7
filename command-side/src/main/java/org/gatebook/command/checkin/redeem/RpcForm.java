package org.gatebook.command.checkin.redeem;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.ids;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.type.Relation;
import tools.jackson.databind.JsonNode;

/** What a client says at the door of several events (behaviour notes, check-in 4.4). */
final class RpcForm {

    static final String BARCODE = MediumType.BARCODE.wireName();

    static final Relation<Long, PlacedList> LIST = Relation.byId("check-in list");

    static final Field<List<PlacedList>> LISTS = Field.required("lists", ids(LIST));
    static final Field<String> SECRET = Field.required("secret", text());
    static final Field<Boolean> FORCE = Field.optional("force", flag()).orElse(false);
    static final Field<MediumType> SOURCE_TYPE = Field.optional(
                    "source_type", choice(MediumType.class, MediumType::wireName))
            .orElse(MediumType.BARCODE);
    static final Field<Direction> TYPE =
            Field.optional("type", choice(Direction.class, Direction::code)).orElse(Direction.ENTRY);
    static final Field<Boolean> IGNORE_UNPAID =
            Field.optional("ignore_unpaid", flag()).orElse(false);
    static final Field<Boolean> QUESTIONS_SUPPORTED =
            Field.optional("questions_supported", flag()).orElse(true);
    static final Field<String> NONCE = Field.optional("nonce", text()).nullable();
    static final Field<Instant> DATETIME =
            Field.optional("datetime", dateTime()).nullable();
    static final Field<JsonNode> ANSWERS = Field.optional("answers", json()).nullable();

    static final Form FORM = Form.of(
            LISTS, SECRET, FORCE, SOURCE_TYPE, TYPE, IGNORE_UNPAID, QUESTIONS_SUPPORTED, NONCE, DATETIME, ANSWERS);

    private RpcForm() {}
}
