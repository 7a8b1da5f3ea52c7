package org.gatebook.command.checkin.redeem;

import static org.gatebook.web.form.Field.optional;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;

import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.web.form.Form;

/** The body of a scan at one list, for the description of the API. It is read value by value and not by this form. */
final class ListScanForm {

    static final Form FORM = Form.of(
            optional("type", choice(Direction.class, Direction::code)),
            optional("datetime", dateTime()).nullable(),
            optional("force", flag()),
            optional("ignore_unpaid", flag()),
            optional("questions_supported", flag()),
            optional("canceled_supported", flag()),
            optional("nonce", text()).nullable(),
            optional("source_type", text()),
            optional("answers", json()));

    private ListScanForm() {}
}
