package org.gatebook.web.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a team may do; the lower-case name is the word of the API and of the provisioning file. */
public enum Permission {
    CAN_CREATE_EVENTS,
    CAN_CHANGE_TEAMS,
    CAN_CHANGE_ORGANIZER_SETTINGS,
    CAN_MANAGE_CUSTOMERS,
    CAN_MANAGE_REUSABLE_MEDIA,
    CAN_MANAGE_GIFT_CARDS,
    CAN_CHANGE_EVENT_SETTINGS,
    CAN_CHANGE_ITEMS,
    CAN_VIEW_ORDERS,
    CAN_CHANGE_ORDERS,
    CAN_CHECKIN_ORDERS,
    CAN_VIEW_VOUCHERS,
    CAN_CHANGE_VOUCHERS;

    private static final Map<String, Permission> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Permission::word, Function.identity()));

    /** The word of the API, for example {@code can_view_orders}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The permission of this word; null when there is none. */
    public static @Nullable Permission ofWord(String word) {
        return BY_WORD.get(word);
    }
}
