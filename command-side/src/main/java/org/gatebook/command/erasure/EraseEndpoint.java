package org.gatebook.command.erasure;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_CUSTOMERS;

import org.gatebook.api.EventSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.erasure.ErasureQuery.FindErasableOrder;
import org.gatebook.api.erasure.ErasureQuery.FindErasablePosition;
import org.gatebook.api.erasure.ErasureQuery.ShowErasure;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.customer.CustomerErasure;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Erases somebody for ever. It takes the right to change the organizer's settings, because nothing brings it back, and
 * besides the right to change what is erased.
 */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_CHANGE_ORGANIZER_SETTINGS, write = CAN_CHANGE_ORGANIZER_SETTINGS)
class EraseEndpoint {

    private final ErasePeople people;
    private final CustomerErasure customers;
    private final EventOffers offers;
    private final Questions questions;

    EraseEndpoint(ErasePeople people, CustomerErasure customers, EventOffers offers, Questions questions) {
        this.people = people;
        this.customers = customers;
        this.offers = offers;
        this.questions = questions;
    }

    @Answers(status = 201, text = "What was erased, what is kept until when, and the signed certificate of it.")
    @Answers(
            status = 400,
            text = "The order is still alive and `force` is not set, nothing is left to erase, or all that is left are"
                    + " invoices that must be kept.")
    @Reads(ErasureForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/erasures/")
    Answer erase(ApiRequest request) {
        Parsed sent = ErasureForm.FORM.create(request.body(), Lookups.none());
        ErasureWish wish = new ErasureWish(
                request.clientId(),
                request.organizer(),
                sent.get(ErasureForm.REASON),
                sent.find(ErasureForm.REFERENCE),
                sent.get(ErasureForm.FORCE),
                request.now());
        Decision<Long> decision = switch (sent.get(ErasureForm.KIND)) {
            case ORDER -> order(request, sent, wish);
            case POSITION -> position(request, sent, wish);
            case CUSTOMER -> customer(request, sent, wish);
        };
        return Answer.decided(
                decision,
                erasure -> Answer.createdLater(() -> questions
                        .ask(new ShowErasure(request.organizer(), erasure))
                        .orElseThrow()));
    }

    private Decision<Long> order(ApiRequest request, Parsed sent, ErasureWish wish) {
        EventSlug event = event(request, sent);
        String code = required(ErasureForm.ORDER, sent.find(ErasureForm.ORDER));
        return people.order(
                wish,
                event,
                questions
                        .ask(new FindErasableOrder(request.organizer(), event, code))
                        .orElseThrow(() -> unknown(ErasureForm.ORDER, "code", code)));
    }

    private Decision<Long> position(ApiRequest request, Parsed sent, ErasureWish wish) {
        EventSlug event = event(request, sent);
        Long position = required(ErasureForm.POSITION, sent.find(ErasureForm.POSITION));
        return people.position(
                wish,
                event,
                questions
                        .ask(new FindErasablePosition(request.organizer(), event, position))
                        .orElseThrow(() -> unknown(ErasureForm.POSITION, "id", position)));
    }

    private Decision<Long> customer(ApiRequest request, Parsed sent, ErasureWish wish) {
        if (!request.permissions().contains(CAN_MANAGE_CUSTOMERS)) {
            throw forbidden();
        }
        String customer = required(ErasureForm.CUSTOMER, sent.find(ErasureForm.CUSTOMER));
        return customers.erase(
                request.organizer(),
                customers
                        .find(request.organizer(), customer)
                        .orElseThrow(() -> unknown(ErasureForm.CUSTOMER, "identifier", customer)),
                new CustomerErasure.Why(wish.id(), wish.reason(), wish.reference(), wish.now()));
    }

    /** One that is out of reach is as unknown as one that is not there. */
    private EventSlug event(ApiRequest request, Parsed sent) {
        String slug = required(ErasureForm.EVENT, sent.find(ErasureForm.EVENT));
        if (!(request.credential() instanceof Credential.Member member)) {
            throw forbidden();
        }
        EventSlug event = new EventSlug(slug);
        if (!member.reach().includes(event)
                || offers.find(request.organizer(), event).isEmpty()) {
            throw unknown(ErasureForm.EVENT, "slug", slug);
        }
        if (!member.may(CAN_CHANGE_ORDERS, event)) {
            throw forbidden();
        }
        return event;
    }

    private static <T> T required(Field<T> field, @Nullable T value) {
        if (value == null) {
            throw ApiError.field(field.name(), "This field is required.").rejected();
        }
        return value;
    }

    private static RuntimeException unknown(Field<?> field, String by, Object value) {
        return ApiError.field(field.name(), "Object with " + by + "=" + value + " does not exist.")
                .rejected();
    }

    private static RuntimeException forbidden() {
        return ApiError.detail(403, "You do not have permission to perform this action.")
                .rejected();
    }
}
