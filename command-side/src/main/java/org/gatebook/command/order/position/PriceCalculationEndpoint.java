package org.gatebook.command.order.position;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.change.ChangeRefusals;
import org.gatebook.command.order.form.OfferLookups;
import org.gatebook.command.order.form.PriceForm;
import org.gatebook.command.order.price.LinePrice;
import org.gatebook.command.order.price.ListedPrice;
import org.gatebook.command.order.price.TaxAddress;
import org.gatebook.command.order.price.TaxRates;
import org.gatebook.command.order.price.TaxedPrice;
import org.gatebook.command.order.price.VoucherPrice;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what a position would cost if it were sold now, perhaps as another product; nothing happens (behaviour notes, orders 15.8). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class PriceCalculationEndpoint {

    private final EventOffers offers;
    private final OfferLookups lookups;
    private final PositionResource positions;
    private final Questions questions;
    private final Vouchers vouchers;

    PriceCalculationEndpoint(
            EventOffers offers,
            OfferLookups lookups,
            PositionResource positions,
            Questions questions,
            Vouchers vouchers) {
        this.offers = offers;
        this.lookups = lookups;
        this.positions = positions;
        this.questions = questions;
        this.vouchers = vouchers;
    }

    @Reads(PriceForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orderpositions/{id}/price_calc/")
    Answer calculate(ApiRequest request, @PathVariable("id") long id) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        Parsed sent = PriceForm.FORM.create(request.body(), lookups.ofChange(request, offer));
        FoundPosition found = positions.require(request, id);
        KnownLine line = positions.line(found);
        Item item = sent.get(
                PriceForm.ITEM,
                offer.item(line.item()).orElseThrow(() -> ApiError.notFound().rejected()));
        Item.Variation variation = variation(sent, line, item);
        Subevent date = sent.find(PriceForm.SUBEVENT);
        Long subevent = date == null ? line.subevent() : Long.valueOf(date.id());
        TaxRule wanted = sent.find(PriceForm.TAX_RULE);
        TaxRule rule = wanted == null ? offer.taxRuleOf(item).orElse(null) : wanted;
        TaxRates rates = new TaxRates(address(found));
        if (rates.forbid(Stream.ofNullable(rule))) {
            return Answer.refusal(ChangeRefusals.NOT_SOLD_THERE);
        }
        if (isIncluded(offer, found, line, item)) {
            return Answer.ok(shown(TaxedPrice.ofGross(Money.zero(offer.currency()), BigDecimal.ZERO), rule, ""));
        }
        TaxedPrice price =
                LinePrice.computed(withVoucher(offer, line, item, variation, subevent), rule, rates.of(rule));
        String language = sent.get(PriceForm.LOCALE, offer.locale());
        return Answer.ok(shown(price, rule, rule == null ? "" : rule.name().in(language)));
    }

    private static Item.@Nullable Variation variation(Parsed sent, KnownLine line, Item item) {
        Long present = line.variation();
        if (sent.find(PriceForm.ITEM) == null) {
            return present == null ? null : item.variation(present).orElse(null);
        }
        if (item.variations().isEmpty()) {
            return null;
        }
        Item.Variation wanted = sent.find(PriceForm.VARIATION);
        Long id = wanted == null ? present : Long.valueOf(wanted.id());
        if (id == null) {
            throw ApiError.list("No variation given").rejected();
        }
        return item.variation(id)
                .orElseThrow(
                        () -> ApiError.list("Variation does not belong to item").rejected());
    }

    private Money withVoucher(
            EventOffer offer, KnownLine line, Item item, Item.@Nullable Variation variation, @Nullable Long subevent) {
        Subevent date = subevent == null ? null : offer.subevents().get(subevent);
        Money listed = new Money(ListedPrice.of(item, variation, date), offer.currency());
        Voucher voucher = voucher(offer, line);
        return voucher != null && voucher.appliesTo(offer, item.id(), variation == null ? null : variation.id())
                ? VoucherPrice.of(voucher, listed)
                : listed;
    }

    /** Some add-ons cost nothing beside their main position (behaviour notes, orders 8.2). */
    private boolean isIncluded(EventOffer offer, FoundPosition found, KnownLine line, Item item) {
        Long wanted = line.addonTo();
        if (wanted == null) {
            return false;
        }
        return questions.ask(new FindLines(found.order().id())).stream()
                .filter(other -> other.id() == wanted)
                .anyMatch(main -> includes(offer, main, item));
    }

    private boolean includes(EventOffer offer, KnownLine main, Item item) {
        Voucher voucher = voucher(offer, main);
        return (voucher != null && voucher.addonsIncluded())
                || offer.item(main.item())
                        .flatMap(product -> product.addonOf(item.category()))
                        .filter(Item.Addon::priceIncluded)
                        .isPresent();
    }

    private @Nullable Voucher voucher(EventOffer offer, KnownLine line) {
        Long used = line.voucher();
        return used == null
                ? null
                : vouchers.byId(offer.organizer(), offer.event(), List.of(used)).get(used);
    }

    private @Nullable TaxAddress address(FoundPosition found) {
        return questions
                .ask(new FindOrderDetails(found.order().id()))
                .map((OrderDetails details) -> TaxAddress.of(details))
                .orElse(null);
    }

    private static Map<String, @Nullable Object> shown(TaxedPrice price, @Nullable TaxRule rule, String name) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("gross", price.gross().amount());
        shown.put("gross_formatted", price.gross().amount().toPlainString());
        shown.put("net", price.net().amount());
        shown.put("rate", price.rate().setScale(2, RoundingMode.HALF_UP));
        shown.put("name", name);
        shown.put("tax", price.tax().amount());
        shown.put("tax_rule", rule == null ? null : rule.id());
        return shown;
    }
}
