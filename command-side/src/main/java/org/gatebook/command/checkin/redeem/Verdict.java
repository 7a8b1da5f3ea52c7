package org.gatebook.command.checkin.redeem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.jspecify.annotations.Nullable;

/** What the door says, in the keys of the API (behaviour notes, check-in 4.4, responses). */
final class Verdict {

    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();

    private Verdict() {}

    /** Come in. */
    static Verdict ok(PlacedList at, TicketAtDoor ticket) {
        Verdict verdict = new Verdict();
        verdict.keys.put("status", "ok");
        return verdict.warnings(at.offer(), ticket);
    }

    /** Answer these first. */
    static Verdict incomplete(PlacedList at, TicketAtDoor ticket) {
        Verdict verdict = new Verdict();
        verdict.keys.put("status", "incomplete");
        return verdict.warnings(at.offer(), ticket);
    }

    /** Stay out. */
    static Verdict error(PlacedList at, TicketAtDoor ticket, ScanReason reason, @Nullable String explanation) {
        Verdict verdict = new Verdict();
        verdict.keys.put("status", "error");
        verdict.keys.put("reason", reason.code());
        verdict.keys.put("reason_explanation", explanation);
        return verdict.warnings(at.offer(), ticket);
    }

    /** The reference warns of nothing where a secret was revoked. */
    static Verdict revoked() {
        Verdict verdict = new Verdict();
        verdict.keys.put("status", "error");
        verdict.keys.put("reason", ScanReason.REVOKED.code());
        verdict.keys.put("reason_explanation", null);
        return verdict.noWarnings();
    }

    /** Nobody knows this code; the first key is for old clients. */
    static Verdict unknown(PlacedList at, @Nullable String explanation) {
        Verdict verdict = new Verdict();
        verdict.keys.put("detail", "Not found.");
        verdict.keys.put("status", "error");
        verdict.keys.put("reason", ScanReason.INVALID.code());
        verdict.keys.put("reason_explanation", explanation);
        return verdict.noWarnings().with("list", list(at));
    }

    /** What makes an outdated app stop asking (behaviour notes, check-in 4.3). */
    static Verdict forOutdated() {
        Verdict verdict = new Verdict();
        verdict.keys.put("status", "error");
        verdict.keys.put("reason", ScanReason.ALREADY_REDEEMED.code());
        verdict.keys.put("reason_explanation", null);
        return verdict.noWarnings()
                .with("__warning", "Compatibility hack active due to detected old pretixSCAN version");
    }

    private Verdict warnings(EventOffer offer, TicketAtDoor ticket) {
        Optional<Item> item = offer.item(ticket.item());
        Optional<Item.Variation> variation =
                item.flatMap(i -> Optional.ofNullable(ticket.variation()).flatMap(i::variation));
        boolean attention = ticket.attention()
                || item.map(Item::checkinAttention).orElse(false)
                || variation.map(Item.Variation::checkinAttention).orElse(false);
        List<String> texts = Stream.of(
                        Optional.ofNullable(ticket.text()),
                        variation.flatMap(v -> Optional.ofNullable(v.checkinText())),
                        item.flatMap(i -> Optional.ofNullable(i.checkinText())))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .toList();
        return with("require_attention", attention).with("checkin_texts", texts);
    }

    private Verdict noWarnings() {
        return with("require_attention", false).with("checkin_texts", List.of());
    }

    /** The same, and the position. */
    Verdict of(Object position) {
        return with("position", position);
    }

    /** The same, and what is asked. */
    Verdict asking(List<?> questions) {
        return with("questions", questions);
    }

    /** The same, and the list that was scanned for. */
    Verdict at(PlacedList place) {
        return with("list", list(place));
    }

    private Verdict with(String key, Object value) {
        keys.put(key, Objects.requireNonNull(value));
        return this;
    }

    Map<String, @Nullable Object> keys() {
        return keys;
    }

    private static Map<String, @Nullable Object> list(PlacedList place) {
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("id", place.list().id());
        list.put("name", place.list().name());
        list.put("event", place.offer().event().value());
        list.put("subevent", place.list().subevent());
        list.put("include_pending", place.list().includePending());
        return list;
    }
}
