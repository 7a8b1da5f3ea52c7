package org.gatebook.web.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an app on a device may call at all, whatever the device's permissions. */
public enum DeviceProfile {
    /** Everything that the permissions allow. */
    FULL,
    /** A scanner that works offline. */
    PRETIXSCAN,
    /** A scanner without the means to search. */
    PRETIXSCAN_ONLINE_KIOSK,
    /** A scanner that keeps no orders. */
    PRETIXSCAN_ONLINE_NOORDERS,
    /** A till. */
    PRETIXPOS;

    private static final Map<String, DeviceProfile> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DeviceProfile::word, Function.identity()));

    /** The word of the API, for example {@code pretixscan_online_kiosk}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The profile of this word; null when there is none. */
    public static @Nullable DeviceProfile ofWord(String word) {
        return BY_WORD.get(word);
    }
}
