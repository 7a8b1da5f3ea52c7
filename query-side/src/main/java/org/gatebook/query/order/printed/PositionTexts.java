package org.gatebook.query.order.printed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Question;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Text;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.query.order.line.LineView;
import org.gatebook.query.text.JsonText;
import org.gatebook.web.form.world.LocalTexts;
import org.gatebook.web.form.world.WorldTexts;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one position's printed ticket, in the order's language and the event's time zone (behaviour notes, orders
 * 4.9). What an add-on's attendee did not say is taken from the main position.
 */
final class PositionTexts {

    private final PrintedPosition position;
    private final EventOffer offer;
    private final String language;
    private final LocalTexts local;
    private final StringBuilder out = new StringBuilder();
    private final JsonText texts = JsonText.object(out);

    private PositionTexts(PrintedPosition position) {
        this.position = position;
        this.offer = position.offer();
        this.language = position.order().details().locale();
        this.local = new LocalTexts(language, offer.zone());
    }

    /** @param seat the position's; null without */
    static String of(PrintedPosition position, @Nullable Seat seat) {
        PositionTexts made = new PositionTexts(position);
        made.ticket();
        made.attendee();
        made.event();
        made.buyer();
        made.moments();
        made.place(seat);
        made.names();
        made.answers();
        made.texts.putJson("images", "{}").end();
        return made.out.toString();
    }

    private void ticket() {
        LineView line = position.line();
        String code = position.order().origin().code().value();
        Item item = offer.items().get(line.item());
        String name = item == null ? "" : in(item.name());
        String variation = variation(line);
        texts.put("secret", position.ticket().secret())
                .put("order", code)
                .put("positionid", Integer.toString(line.positionid()))
                .put("order_positionid", code + "-" + line.positionid())
                .put("item", name)
                .put("variation", variation)
                .put("item_description", "")
                .put("itemvar", variation.isEmpty() ? name : name + " - " + variation)
                .put("itemvar_description", "")
                .put("item_category", category(item))
                .put("price", local.money(line.price(), offer.currency()))
                .put("price_with_addons", local.money(priceWithAddons(), offer.currency()));
    }

    private BigDecimal priceWithAddons() {
        return position.addons().stream()
                .map(LineView::price)
                .reduce(position.line().price(), BigDecimal::add);
    }

    private String category(@Nullable Item item) {
        Long category = item == null ? null : item.category();
        return category == null || !offer.categories().containsKey(category)
                ? ""
                : in(offer.categories().get(category).name());
    }

    private String variation(LineView line) {
        Item item = offer.items().get(line.item());
        Long variation = line.variation();
        return item == null || variation == null
                ? ""
                : item.variation(variation).map(found -> in(found.value())).orElse("");
    }

    private void attendee() {
        Attendee own = position.line().attendee();
        String name = position.line().attendeeName();
        texts.put("attendee_name", inherited(name, LineView::attendeeName))
                .put(
                        "attendee_company",
                        inherited(own.company(), main -> main.attendee().company()))
                .put("attendee_address", address(own, name))
                .put(
                        "attendee_street",
                        inherited(own.street(), main -> main.attendee().street()))
                .put(
                        "attendee_zipcode",
                        inherited(own.zipcode(), main -> main.attendee().zipcode()))
                .put(
                        "attendee_city",
                        inherited(own.city(), main -> main.attendee().city()))
                .put(
                        "attendee_state",
                        inherited(own.state(), main -> main.attendee().state()))
                .put(
                        "attendee_country",
                        country(inherited(own.country(), main -> main.attendee().country())))
                .put(
                        "attendee_email",
                        inherited(own.email(), main -> main.attendee().email()))
                .put("pseudonymization_id", position.ticket().pseudonymizationId());
    }

    /** As the reference does, an add-on shows null where its main position says nothing either. */
    private @Nullable String inherited(@Nullable String own, Function<LineView, @Nullable String> ofMain) {
        if (own != null && !own.isEmpty()) {
            return own;
        }
        LineView main = position.main();
        return main == null ? "" : ofMain.apply(main);
    }

    private String address(Attendee attendee, @Nullable String name) {
        List<@Nullable String> lines = new ArrayList<>();
        lines.add(name);
        lines.add(attendee.company());
        lines.add(attendee.street());
        lines.add(String.join(" ", text(attendee.zipcode()), text(attendee.city()), text(attendee.state())));
        lines.add(country(attendee.country()));
        StringBuilder address = new StringBuilder();
        for (String line : lines) {
            if (line != null && !line.isBlank()) {
                address.append(address.isEmpty() ? "" : "\n").append(line.strip());
            }
        }
        return address.toString();
    }

    private void event() {
        Long date = position.line().subevent();
        Subevent subevent = date == null ? null : offer.subevents().get(date);
        Instant from = subevent == null ? offer.dateFrom() : subevent.dateFrom();
        Instant to = subevent == null ? offer.dateTo() : subevent.dateTo();
        Instant admission = subevent == null ? offer.dateAdmission() : subevent.dateAdmission();
        texts.put("event_name", in(subevent == null ? offer.name() : subevent.name()))
                .put("event_series_name", in(offer.name()))
                .put("event_date", local.longDay(from))
                .put("event_date_range", local.range(from, to))
                .put("event_begin", local.moment(from))
                .put("event_begin_date", local.day(from))
                .put("event_begin_time", local.time(from))
                .put("event_begin_weekday", local.weekday(from))
                .put("event_end", local.moment(to))
                .put("event_end_date", local.day(to))
                .put("event_end_time", local.time(to))
                .put("event_end_weekday", local.weekday(to))
                .put("event_admission", local.moment(admission))
                .put("event_admission_time", local.time(admission))
                .put("event_location", in(subevent == null ? offer.details().location() : subevent.location()));
    }

    private void buyer() {
        Buyer buyer = position.order().details().buyer();
        InvoiceAddress address = buyer.invoiceAddress();
        String phone = buyer.phone();
        texts.put("telephone", phone == null ? "" : WorldTexts.phone(phone))
                .put("email", text(buyer.email()))
                .put("invoice_name", position.order().details().invoiceName())
                .put("invoice_company", position.order().details().invoiceCompany())
                .put("invoice_street", address == null ? "" : address.street())
                .put("invoice_zipcode", address == null ? "" : address.zipcode())
                .put("invoice_city", address == null ? "" : address.city())
                .put("invoice_state", address == null ? "" : address.state())
                .put("invoice_country", address == null ? "" : country(address.country()))
                .put("addons", addons())
                .put("organizer", position.organizer())
                .put("organizer_info_text", "")
                .put("event_info_text", "");
    }

    /** Equal ones are counted. */
    private String addons() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (LineView addon : position.addons()) {
            Item item = offer.items().get(addon.item());
            String variation = variation(addon);
            String name = item == null ? "" : in(item.name());
            counted.merge(variation.isEmpty() ? name : name + " - " + variation, 1, Integer::sum);
        }
        StringBuilder list = new StringBuilder();
        counted.forEach((name, count) -> list.append(list.isEmpty() ? "" : "\n")
                .append(count > 1 ? count + " \u00d7 " : "")
                .append(name));
        return list.toString();
    }

    private void moments() {
        moment("now", position.now());
        moment("purchase", position.order().origin().datetime());
        moment("valid_from", position.ticket().validFrom());
        moment("valid_until", position.ticket().validUntil());
    }

    private void moment(String key, @Nullable Instant moment) {
        texts.put(key + "_date", local.day(moment))
                .put(key + "_datetime", local.moment(moment))
                .put(key + "_time", local.time(moment));
    }

    private void place(@Nullable Seat seat) {
        texts.put("medium_identifier", text(position.ticket().medium()))
                .put("seat", seat == null ? "" : seat.name())
                .put("seat_zone", seat == null ? "" : text(seat.zoneName()))
                .put("seat_row", seat == null ? "" : text(seat.rowName()))
                .put("seat_number", seat == null ? "" : text(seat.seatNumber()))
                .put("first_scan", local.moment(position.ticket().firstScan()))
                .put("giftcard_issuance_date", "")
                .put("giftcard_expiry_date", "");
    }

    private void names() {
        String scheme = offer.terms().nameScheme();
        Map<String, Object> own = position.line().attendee().nameParts();
        LineView main = position.main();
        NameTexts.put(
                texts,
                "attendee_name",
                scheme,
                own.isEmpty() && main != null ? main.attendee().nameParts() : own,
                true);
        InvoiceAddress address = position.order().details().buyer().invoiceAddress();
        NameTexts.put(texts, "invoice_name", scheme, address == null ? Map.of() : address.nameParts(), false);
    }

    private void answers() {
        List<Question> questions = offer.questions().values().stream()
                .sorted(Comparator.comparingInt(Question::position).thenComparingLong(Question::id))
                .toList();
        for (Question question : questions) {
            String answer = answer(question);
            texts.put("question_" + question.identifier(), answer).put("question_" + question.id(), answer);
        }
    }

    private String answer(Question question) {
        LineView main = position.main();
        List<Attendee.Answer> given = new ArrayList<>(position.line().attendee().answers());
        if (main != null) {
            given.addAll(main.attendee().answers());
        }
        for (Attendee.Answer answer : given) {
            if (answer.question() == question.id()) {
                return question.type() == Question.Type.YES_NO ? yesOrNo(answer.answer()) : answer.answer();
            }
        }
        return "";
    }

    private static String yesOrNo(String stored) {
        return stored.equals("True") ? "Yes" : "No";
    }

    private String country(@Nullable String code) {
        return code == null ? "" : WorldTexts.country(code, local.language());
    }

    private String in(Text text) {
        return text.in(language);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
