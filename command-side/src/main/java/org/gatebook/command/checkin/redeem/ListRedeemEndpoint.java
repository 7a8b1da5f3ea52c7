package org.gatebook.command.checkin.redeem;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_CHECKIN_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.form.kind.Types.dateTime;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.SingleValue;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * A scan at one list, in the form that devices use to upload what they decided offline (behaviour notes, check-in 4.3).
 * Values are read one by one and flags are what Python takes for true, because clients send both words and numbers.
 */
@RestController
@ApiResource(
        scope = Scope.EVENT,
        read = {CAN_VIEW_ORDERS, CAN_CHECKIN_ORDERS},
        write = {CAN_CHANGE_ORDERS, CAN_CHECKIN_ORDERS},
        door = true)
class ListRedeemEndpoint {

    private static final Set<String> NO = Set.of("", "0", "false", "False");

    private final EventOffers offers;
    private final Redemption redemption;

    ListRedeemEndpoint(EventOffers offers, Redemption redemption) {
        this.offers = offers;
        this.redemption = redemption;
    }

    @Reads(ListScanForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/checkinlists/{list}/positions/{code:.+}/redeem/")
    Answer redeem(ApiRequest request, @PathVariable("list") long number, @PathVariable("code") String code) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        CheckinList list = offer.checkinLists().get(number);
        if (list == null) {
            return Answer.notFound();
        }
        boolean force = flag(request, "force", false);
        return redemption.redeem(
                request,
                new Attempt(
                        List.of(new PlacedList(offer, list)),
                        code,
                        number(request, code),
                        true,
                        force && isOutdated(request.credential()),
                        sourceType(request),
                        direction(request),
                        moment(request),
                        force,
                        flag(request, "ignore_unpaid", false),
                        text(request, "nonce"),
                        flag(request, "questions_supported", true),
                        flag(request, "canceled_supported", false),
                        SentAnswers.of(SingleValue.raw(request.body(), "answers"))));
    }

    private static Direction direction(ApiRequest request) {
        JsonNode sent = SingleValue.raw(request.body(), "type");
        if (sent.isMissingNode() || !PyText.isTrue(sent)) {
            return Direction.ENTRY;
        }
        for (Direction direction : Direction.values()) {
            if (sent.isString() && sent.stringValue().equals(direction.code())) {
                return direction;
            }
        }
        throw ApiError.list("Invalid check-in type.").rejected();
    }

    /** The documents' example sends null, at which the reference fails. */
    private static Instant moment(ApiRequest request) {
        JsonNode sent = SingleValue.raw(request.body(), "datetime");
        return sent.isMissingNode() || sent.isNull()
                ? request.now()
                : SingleValue.of(request.body(), "datetime", dateTime());
    }

    /** The reference takes everything for a barcode here, so that scans of chips that are uploaded later are unknown. */
    private static String sourceType(ApiRequest request) {
        String sent = text(request, "source_type");
        return sent == null || sent.isEmpty() ? RpcForm.BARCODE : sent;
    }

    private static boolean flag(ApiRequest request, String name, boolean otherwise) {
        JsonNode sent = SingleValue.raw(request.body(), name);
        return sent.isMissingNode() ? otherwise : PyText.isTrue(sent);
    }

    private static @Nullable String text(ApiRequest request, String name) {
        JsonNode sent = SingleValue.raw(request.body(), name);
        return sent.isMissingNode() || sent.isNull() ? null : PyText.str(sent);
    }

    /** What a person typed may be a number; what a camera read is none, whoever wrote it there. */
    private static @Nullable Long number(ApiRequest request, String code) {
        String untrusted = request.query().get("untrusted_input");
        boolean camera = (untrusted != null && !NO.contains(untrusted))
                || (request.credential() instanceof Credential.Device device
                        && device.software().brand() != null
                        && device.software().brand().toLowerCase(Locale.ROOT).contains("pretixscan"));
        if (camera || !code.matches("[0-9]{1,18}")) {
            return null;
        }
        return Long.valueOf(code);
    }

    private static boolean isOutdated(Credential credential) {
        return credential instanceof Credential.Device device && OutdatedApps.contain(device.software());
    }
}
