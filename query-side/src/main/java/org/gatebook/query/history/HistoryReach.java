package org.gatebook.query.history;

import static java.util.Map.entry;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ITEMS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_TEAMS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_CUSTOMERS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_VOUCHERS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.medium.MediumId;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.EventReach;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.request.ApiRequest;

/**
 * Which events of its organizer a credential may see: those of a resource need the permission to read that resource, all
 * others, those of kinds that nobody has thought of included, that of the organizer's settings. Who is limited to some
 * events (of the organizer) sees only what happened there or belongs to none.
 */
final class HistoryReach {

    private static final Map<String, Permission> KINDS = Map.ofEntries(
            entry(GiftCardId.KIND, CAN_MANAGE_GIFT_CARDS),
            entry(MediumId.KIND, CAN_MANAGE_REUSABLE_MEDIA),
            entry("customer", CAN_MANAGE_CUSTOMERS),
            entry("team", CAN_CHANGE_TEAMS),
            entry("team_token", CAN_CHANGE_TEAMS),
            entry("event", CAN_CHANGE_EVENT_SETTINGS),
            entry("event_settings", CAN_CHANGE_EVENT_SETTINGS),
            entry("event_signing_key", CAN_CHANGE_EVENT_SETTINGS),
            entry("subevent", CAN_CHANGE_EVENT_SETTINGS),
            entry("taxrule", CAN_CHANGE_EVENT_SETTINGS),
            entry("checkinlist", CAN_CHANGE_EVENT_SETTINGS),
            entry("seat", CAN_CHANGE_EVENT_SETTINGS),
            entry("category", CAN_CHANGE_ITEMS),
            entry("item", CAN_CHANGE_ITEMS),
            entry("quota", CAN_CHANGE_ITEMS),
            entry("question", CAN_CHANGE_ITEMS),
            entry("discount", CAN_CHANGE_ITEMS),
            entry("order", CAN_VIEW_ORDERS),
            entry("position", CAN_VIEW_ORDERS),
            entry("cart_position", CAN_VIEW_ORDERS),
            entry("waiting_list_entry", CAN_VIEW_ORDERS),
            entry("voucher", CAN_VIEW_VOUCHERS));

    private HistoryReach() {}

    /** The condition on rows of the log. */
    static Condition of(ApiRequest request) {
        return eventsWithin(request.credential(), kinds(request.permissions()));
    }

    /** The same, of what happened in the event in the path. */
    static Condition ofEvent(ApiRequest request) {
        Condition kinds = kinds(request.permissions());
        Map<String, Object> params = new HashMap<>(kinds.params());
        params.put("event_in_path", request.event().value());
        return new Condition("(" + kinds.sql() + ") and metadata ->> 'event' = :event_in_path", params);
    }

    private static Condition kinds(Set<Permission> permissions) {
        List<String> seen = KINDS.entrySet().stream()
                .filter(kind -> permissions.contains(kind.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> hidden =
                KINDS.keySet().stream().filter(kind -> !seen.contains(kind)).toList();
        if (permissions.contains(CAN_CHANGE_ORGANIZER_SETTINGS)) {
            return hidden.isEmpty()
                    ? Condition.of("true")
                    : Condition.of("aggregate_type not in (:hidden_kinds)", "hidden_kinds", hidden);
        }
        return seen.isEmpty()
                ? Condition.of("false")
                : Condition.of("aggregate_type in (:seen_kinds)", "seen_kinds", seen);
    }

    private static Condition eventsWithin(Credential credential, Condition kinds) {
        if (!(credential instanceof Credential.Member member) || !(member.reach() instanceof EventReach.Only only)) {
            return kinds;
        }
        Set<EventSlug> events = only.events();
        String none = "metadata ->> 'event' is null";
        if (events.isEmpty()) {
            return new Condition("(" + kinds.sql() + ") and " + none, kinds.params());
        }
        List<String> slugs = events.stream().map(EventSlug::value).sorted().toList();
        Map<String, Object> params = new HashMap<>(kinds.params());
        params.put("reached_events", slugs);
        return new Condition(
                "(" + kinds.sql() + ") and (" + none + " or metadata ->> 'event' in (:reached_events))", params);
    }
}
