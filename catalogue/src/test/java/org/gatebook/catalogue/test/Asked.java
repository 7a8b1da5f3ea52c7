package org.gatebook.catalogue.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.Entered;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.page.QueryParams;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.LinkBase;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A request inside a unit, as endpoints see it. */
public record Asked(
        Entered entered,
        OrganizerSlug organizer,
        @Nullable String eventSlug,
        String json,
        String rawQuery,
        Credential credential,
        String presentedToken,
        Map<String, String> headers)
        implements ApiRequest {

    /** Without a body. */
    public static Asked get(Entered entered, String organizer, String rawQuery) {
        return new Asked(
                entered, new OrganizerSlug(organizer), null, "{}", rawQuery, new Credential.Anonymous(), "", Map.of());
    }

    /** With a body. */
    public static Asked with(Entered entered, String organizer, String json) {
        return new Asked(
                entered, new OrganizerSlug(organizer), null, json, "", new Credential.Anonymous(), "", Map.of());
    }

    /** By a device. */
    public Asked by(Credential who, String token) {
        return new Asked(entered, organizer, eventSlug, json, rawQuery, who, token, headers);
    }

    /** Below an event. */
    public Asked in(String event) {
        return new Asked(entered, organizer, event, json, rawQuery, credential, presentedToken, headers);
    }

    /** With these headers. */
    public Asked having(Map<String, String> sent) {
        return new Asked(entered, organizer, eventSlug, json, rawQuery, credential, presentedToken, sent);
    }

    /** With these parameters. */
    public Asked of(String query) {
        return new Asked(entered, organizer, eventSlug, json, query, credential, presentedToken, headers);
    }

    @Override
    public EventSlug event() {
        if (eventSlug == null) {
            throw new IllegalStateException("no event");
        }
        return new EventSlug(eventSlug);
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.values());
    }

    @Override
    public Instant now() {
        return entered.now();
    }

    @Override
    public long clientId() {
        return entered.clientId();
    }

    @Override
    public QueryParams query() {
        return QueryParams.parse(rawQuery);
    }

    @Override
    public RequestBody body() {
        return new RequestBody.Json(JsonMapper.shared().readTree(json));
    }

    @Override
    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/api/v1/here/";
    }

    @Override
    public String header(String name) {
        return headers.get(name);
    }

    @Override
    public LinkBase links() {
        return new LinkBase("http://gatebook.test");
    }

    @Override
    public String requestId() {
        return "request-1";
    }

    @Override
    public String clientAddress() {
        return "127.0.0.1";
    }
}
