package org.gatebook.command.checkin.redeem;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatebook.web.auth.Credential.Device.Software;
import org.jspecify.annotations.Nullable;

/**
 * Apps that upload a scan of an unknown code again and again until they hear a reason that they know (behaviour notes,
 * check-in 4.3).
 */
final class OutdatedApps {

    /** The first release of each that does better. */
    private static final Map<String, String> REPAIRED =
            Map.of("pretixSCANPROXY", "0.0.3", "pretixSCAN Android", "1.11.2", "pretixSCAN", "1.11.2");

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?.*");

    private OutdatedApps() {}

    /** Whether this is one of them; an app that says no version that can be understood is not. */
    static boolean contain(Software software) {
        String repaired = software.brand() == null ? null : REPAIRED.get(software.brand());
        return repaired != null && software.version() != null && isBefore(software.version(), repaired);
    }

    private static boolean isBefore(String version, String other) {
        Matcher one = NUMBERS.matcher(version.strip());
        Matcher two = NUMBERS.matcher(other);
        if (!one.matches() || !two.matches()) {
            return false;
        }
        for (int part = 1; part <= 3; part++) {
            int difference = Integer.compare(number(one.group(part)), number(two.group(part)));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static int number(@Nullable String part) {
        return part == null ? 0 : Integer.parseInt(part);
    }
}
