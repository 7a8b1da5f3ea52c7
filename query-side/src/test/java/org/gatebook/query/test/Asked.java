package org.gatebook.query.test;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.EventReach;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.page.QueryParams;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.LinkBase;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;

/** A GET as an endpoint sees it, already allowed. */
public record Asked(
        OrganizerSlug organizer,
        @Nullable EventSlug eventInPath,
        Set<Permission> permissions,
        EventReach reach,
        String path,
        QueryParams query)
        implements ApiRequest {

    /** By a team with these permissions that reaches all events. */
    public static Asked by(String organizer, String path, String query, Permission... permissions) {
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        granted.addAll(Set.of(permissions));
        return new Asked(
                new OrganizerSlug(organizer), null, granted, new EventReach.All(), path, QueryParams.parse(query));
    }

    /** The same by a team that reaches these events only. */
    public Asked reaching(String... events) {
        Set<EventSlug> slugs = Arrays.stream(events).map(EventSlug::new).collect(Collectors.toSet());
        return new Asked(organizer, eventInPath, permissions, new EventReach.Only(slugs), path, query);
    }

    /** The same below an event. */
    public Asked below(EventSlug event) {
        return new Asked(organizer, event, permissions, reach, path, query);
    }

    @Override
    public Credential credential() {
        return new Credential.TeamToken(1, "token", 1, organizer, permissions, reach);
    }

    @Override
    public String presentedToken() {
        return "";
    }

    @Override
    public EventSlug event() {
        if (eventInPath == null) {
            throw new IllegalStateException("no event in the path");
        }
        return eventInPath;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long clientId() {
        throw new IllegalStateException("a read");
    }

    @Override
    public RequestBody body() {
        throw new IllegalStateException("a read");
    }

    @Override
    public byte[] bytes() {
        return new byte[0];
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public @Nullable String header(String name) {
        return null;
    }

    @Override
    public LinkBase links() {
        return new LinkBase("http://gatebook.test");
    }

    @Override
    public String requestId() {
        return "asked";
    }

    @Override
    public String clientAddress() {
        return "127.0.0.1";
    }
}
