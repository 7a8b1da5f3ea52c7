package org.gatebook.web.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatebook.web.auth.DeviceProfile;
import org.jspecify.annotations.Nullable;

/**
 * The allow lists of the device security profiles, as data: {@code device-profiles.txt}. The reference lists names of
 * routes; here the paths themselves are the names, so that no controller has to repeat one.
 */
final class ProfileRules {

    private static final String RESOURCE = "/org/gatebook/web/device-profiles.txt";

    private final Map<DeviceProfile, Map<String, Set<String>>> methodsByPath = new EnumMap<>(DeviceProfile.class);

    private ProfileRules() {}

    static ProfileRules load() {
        try (InputStream in = ProfileRules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads lines of {@code METHOD path}, grouped below {@code [profile profile ...]}; paths start below
     * {@code /api/v1/}.
     *
     * @throws IllegalArgumentException if a line is none of these
     */
    static ProfileRules parse(String text) {
        ProfileRules rules = new ProfileRules();
        String[] profiles = {};
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                profiles = line.substring(1, line.length() - 1).split("\\s+", -1);
                continue;
            }
            String[] words = line.split("\\s+", -1);
            if (words.length != 2) {
                throw new IllegalArgumentException("neither a method and a path nor a list of profiles: " + line);
            }
            for (String profile : profiles) {
                rules.add(profile, words[0], "/api/v1/" + words[1]);
            }
        }
        return rules;
    }

    private void add(String word, String method, String path) {
        DeviceProfile profile = DeviceProfile.ofWord(word);
        if (profile == null) {
            throw new IllegalArgumentException("no device profile is called " + word);
        }
        methodsByPath
                .computeIfAbsent(profile, p -> new HashMap<>())
                .computeIfAbsent(path, p -> new HashSet<>())
                .add(method);
    }

    /** The methods that a profile allows on a path whose variables are stars. */
    Set<String> methods(DeviceProfile profile, String anonymousPath) {
        @Nullable Map<String, Set<String>> paths = methodsByPath.get(profile);
        @Nullable Set<String> methods = paths == null ? null : paths.get(anonymousPath);
        return methods == null ? Set.of() : Set.copyOf(methods);
    }
}
