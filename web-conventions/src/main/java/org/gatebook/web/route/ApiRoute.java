package org.gatebook.web.route;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatebook.web.auth.DeviceProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** A path, what it requires, and who answers which method there. */
public final class ApiRoute {

    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final String pattern;
    private final PathTemplate template;
    private final Requirement requirement;
    private final Map<String, HandlerMethod> handlers;
    private final Map<DeviceProfile, Set<String>> profileMethods = new EnumMap<>(DeviceProfile.class);
    private final String allow;

    ApiRoute(
            String pattern,
            PathTemplate template,
            Requirement requirement,
            Map<String, HandlerMethod> handlers,
            ProfileRules profiles) {
        this.pattern = pattern;
        this.template = template;
        this.requirement = requirement;
        this.handlers = Map.copyOf(handlers);
        for (DeviceProfile profile : EnumSet.complementOf(EnumSet.of(DeviceProfile.FULL))) {
            profileMethods.put(profile, profiles.methods(profile, template.anonymous()));
        }
        Set<String> offered = new TreeSet<>(Comparator.comparingInt(ORDER::indexOf));
        offered.addAll(handlers.keySet());
        if (handlers.containsKey("GET")) {
            offered.add("HEAD");
        }
        offered.add("OPTIONS");
        this.allow = String.join(", ", offered);
    }

    /** The path as declared, with the names of its variables. */
    public String pattern() {
        return pattern;
    }

    PathTemplate template() {
        return template;
    }

    /** What it takes to come near it. */
    public Requirement requirement() {
        return requirement;
    }

    /** Who answers this method; HEAD is answered like GET; null when the resource does not offer it. */
    public @Nullable HandlerMethod handler(String method) {
        return handlers.get(method.equals("HEAD") ? "GET" : method);
    }

    /** The methods that have a handler. */
    public Set<String> methods() {
        return handlers.keySet();
    }

    /** The value of the {@code Allow} header. */
    public String allow() {
        return allow;
    }

    /** Whether an app of this profile may send this method here. HEAD and OPTIONS are not on any list. */
    public boolean opens(DeviceProfile profile, String method) {
        return profile == DeviceProfile.FULL
                || profileMethods.getOrDefault(profile, Set.of()).contains(method);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
