package org.gatebook.command.order.contents;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.api.order.change.ChangeOperation.AddLine;
import org.gatebook.api.order.change.ChangeOperation.AlterLine;
import org.gatebook.api.order.change.ChangeOperation.CancelFee;
import org.gatebook.api.order.change.ChangeOperation.CancelLine;
import org.gatebook.api.order.change.ChangeOperation.ChangeFee;
import org.gatebook.api.order.change.ChangeOperation.Keep;
import org.gatebook.api.order.change.ChangeOperation.RecalculateTaxes;
import org.gatebook.api.order.change.ChangeOperation.SplitLine;
import org.gatebook.command.order.form.LinePatchForm;
import org.gatebook.command.order.form.NewLineForm;
import org.gatebook.command.order.form.OfferLookups;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes everything that an order holds in one request (behaviour notes, orders 16); refusals come as a list. Answered with
 * the order that stays, whatever was split off.
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ChangeContentsEndpoint {

    private final EventOffers offers;
    private final OrderResource orders;
    private final OfferLookups lookups;
    private final OrderContent content;
    private final OrderChanges changes;
    private final ClientIds ids;

    ChangeContentsEndpoint(
            EventOffers offers,
            OrderResource orders,
            OfferLookups lookups,
            OrderContent content,
            OrderChanges changes,
            ClientIds ids) {
        this.offers = offers;
        this.orders = orders;
        this.lookups = lookups;
        this.content = content;
        this.changes = changes;
        this.ids = ids;
    }

    @Reads(ChangeForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/change/")
    Answer change(ApiRequest request, @PathVariable("code") String code) {
        FoundOrder order = orders.require(request, code);
        EventOffer offer = offers.of(request.organizer(), request.event());
        OrderContent.Known known = content.of(order.id());
        Lookups all = known.in(lookups.ofChange(request, offer)).and(ChangeForm.OFFER, (String name) -> offer);
        Parsed sent = ChangeForm.FORM.create(request.body(), all);
        return Answer.decided(
                changes.change(
                        request,
                        order,
                        operations(sent, offer, known, all),
                        sent.get(ChangeForm.SEND_EMAIL, false),
                        sent.get(ChangeForm.REISSUE_INVOICE, true)),
                changed -> Answer.okLater(() -> orders.shown(order.id(), request)));
    }

    /** In the order of behaviour notes, orders 16.3. */
    private List<ChangeOperation> operations(Parsed sent, EventOffer offer, OrderContent.Known known, Lookups lookups) {
        List<ChangeOperation> operations = new ArrayList<>();
        rows(sent, ChangeForm.CANCEL_POSITIONS)
                .forEach(row -> operations.add(
                        new CancelLine(row.get(ChangeForm.POSITION).id())));
        rows(sent, ChangeForm.PATCH_POSITIONS)
                .forEach(row -> operations.add(new AlterLine(
                        row.get(ChangeForm.POSITION).id(),
                        LinePatchForm.patch(row.get(ChangeForm.TERMS), offer.currency()))));
        rows(sent, ChangeForm.SPLIT_POSITIONS)
                .forEach(row -> operations.add(
                        new SplitLine(row.get(ChangeForm.POSITION).id())));
        List<Parsed> created = rows(sent, ChangeForm.CREATE_POSITIONS);
        Iterator<Long> numbers = (created.isEmpty() ? List.<Long>of() : ids.next(created.size())).iterator();
        created.forEach(row -> operations.add(new AddLine(NewLineForm.line(
                row,
                numbers.next(),
                known.main(NewLineForm.main(row)),
                offer.currency(),
                offer.terms().nameScheme(),
                lookups))));
        rows(sent, ChangeForm.CANCEL_FEES).forEach(row -> operations.add(new CancelFee(row.get(ChangeForm.FEE))));
        rows(sent, ChangeForm.PATCH_FEES)
                .forEach(row -> operations.add(new ChangeFee(
                        row.get(ChangeForm.FEE),
                        new Money(row.get(ChangeForm.FEE_TERMS).get(ChangeForm.VALUE), offer.currency()))));
        Keep keep = sent.find(ChangeForm.RECALCULATE_TAXES);
        if (keep != null) {
            operations.add(new RecalculateTaxes(keep));
        }
        return operations;
    }

    private static List<Parsed> rows(Parsed sent, Field<List<Parsed>> list) {
        return sent.get(list, List.of());
    }
}
