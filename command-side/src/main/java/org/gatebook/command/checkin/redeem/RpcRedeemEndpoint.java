package org.gatebook.command.checkin.redeem;

import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.checkin.CheckinListPlaces;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * A scan at lists of one or several events (behaviour notes, check-in 4.4). Whoever belongs to the organizer may ask; lists
 * of events in which one may not check in are as unknown as those that are not there.
 */
@RestController
@ApiResource(
        scope = Scope.ORGANIZER,
        read = {},
        write = {},
        door = true)
class RpcRedeemEndpoint {

    private final CheckinListPlaces lists;
    private final Redemption redemption;

    RpcRedeemEndpoint(CheckinListPlaces lists, Redemption redemption) {
        this.lists = lists;
        this.redemption = redemption;
    }

    @Reads(RpcForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/checkinrpc/redeem/")
    Answer redeem(ApiRequest request) {
        Parsed sent =
                RpcForm.FORM.create(request.body(), Lookups.of(RpcForm.LIST, (Long number) -> list(request, number)));
        List<PlacedList> asked = sent.get(RpcForm.LISTS);
        if (asked.isEmpty()) {
            throw ApiError.list("No check-in list passed.").rejected();
        }
        if (asked.stream().map(list -> list.offer().event()).distinct().count() < asked.size()) {
            throw ApiError.list("Selecting two check-in lists from the same event is unsupported.")
                    .rejected();
        }
        JsonNode answers = sent.find(RpcForm.ANSWERS);
        return redemption.redeem(
                request,
                new Attempt(
                        asked,
                        sent.get(RpcForm.SECRET),
                        null,
                        false,
                        false,
                        sent.get(RpcForm.SOURCE_TYPE).wireName(),
                        sent.get(RpcForm.TYPE),
                        sent.get(RpcForm.DATETIME, request.now()),
                        sent.get(RpcForm.FORCE),
                        sent.get(RpcForm.IGNORE_UNPAID),
                        sent.find(RpcForm.NONCE),
                        sent.get(RpcForm.QUESTIONS_SUPPORTED),
                        true,
                        answers == null ? Map.of() : SentAnswers.of(answers)));
    }

    private @Nullable PlacedList list(ApiRequest request, long number) {
        return lists.find(request.organizer(), number)
                .filter(list -> request.credential() instanceof Credential.Member member
                        && (member.may(
                                        Permission.CAN_CHANGE_ORDERS,
                                        list.offer().event())
                                || member.may(
                                        Permission.CAN_CHECKIN_ORDERS,
                                        list.offer().event())))
                .orElse(null);
    }
}
