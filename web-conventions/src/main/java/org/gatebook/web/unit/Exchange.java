package org.gatebook.web.unit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.Entered;
import org.gatebook.web.access.Admission;
import org.gatebook.web.access.AuthorizationHeader;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.client.Origin;
import org.gatebook.web.filter.Cursors;
import org.gatebook.web.page.QueryParams;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.IncomingBody;
import org.gatebook.web.request.LinkBase;
import org.gatebook.web.request.RequestBody;
import org.gatebook.web.route.Resolution;
import org.jspecify.annotations.Nullable;

/** One request under way: what never changes between tries, and the present try's clock and id. */
final class Exchange implements ApiRequest {

    private final HttpServletRequest servletRequest;
    private final Origin origin;
    private final IncomingBody body;
    private final Resolution resolution;
    private final @Nullable String authorization;
    private final AuthorizationHeader presented;
    private @Nullable QueryParams query;
    private @Nullable Entered entered;
    private @Nullable Credential credential;

    Exchange(HttpServletRequest servletRequest, Origin origin, IncomingBody body, Resolution resolution) {
        this.servletRequest = servletRequest;
        this.origin = origin;
        this.body = body;
        this.resolution = resolution;
        this.authorization = servletRequest.getHeader("Authorization");
        this.presented = AuthorizationHeader.parse(authorization);
    }

    /** Begins a try: nothing of an earlier one may be left. */
    void begin(Entered newlyEntered) {
        this.entered = newlyEntered;
        this.credential = null;
    }

    /** What the client remembers of a list that it follows may be lost; it is then told everything anew. */
    void follow(Predicate<Instant> lost) {
        query = Cursors.anew(query(), lost);
    }

    void admitted(Credential who) {
        this.credential = who;
    }

    /** Lets the rest of this try believe that it is then. */
    void standAt(Instant moment) {
        this.entered = present(entered, "the unit has not begun").at(moment);
    }

    HttpServletRequest servletRequest() {
        return servletRequest;
    }

    Origin origin() {
        return origin;
    }

    Resolution resolution() {
        return resolution;
    }

    @Nullable
    String authorization() {
        return authorization;
    }

    AuthorizationHeader presented() {
        return presented;
    }

    /** The idempotency key that the unit opens with; null when there is none, or the method only reads. */
    @Nullable
    String openingKey() {
        String header = Admission.reads(method()) ? null : servletRequest.getHeader("X-Idempotency-Key");
        String key = onlyAsksForKey() ? query().get("key") : header;
        return key == null || key.isEmpty() ? null : key;
    }

    /** Whether nothing can change by it. */
    boolean onlyReads() {
        boolean writes = resolution instanceof Resolution.Found found
                && found.route().requirement().writesWhenRead();
        return Admission.reads(method()) && !writes;
    }

    /** Whether this is the question what became of a key, which must not become an answer under that key. */
    boolean onlyAsksForKey() {
        return path().equals(IdempotencyQueryEndpoint.PATH) && Admission.reads(method());
    }

    @Nullable
    OrganizerSlug organizerOrNull() {
        String slug = variable("organizer");
        return slug == null ? null : new OrganizerSlug(slug);
    }

    @Nullable
    EventSlug eventOrNull() {
        String slug = variable("event");
        return slug == null ? null : new EventSlug(slug);
    }

    private @Nullable String variable(String name) {
        return variables().get(name);
    }

    Map<String, String> variables() {
        return resolution instanceof Resolution.Found found ? found.variables() : Map.of();
    }

    @Override
    public Credential credential() {
        return present(credential, "nobody has been admitted yet");
    }

    @Override
    public String presentedToken() {
        return presented instanceof AuthorizationHeader.Presented token ? token.token() : "";
    }

    @Override
    public OrganizerSlug organizer() {
        return present(organizerOrNull(), "the path names no organizer");
    }

    @Override
    public EventSlug event() {
        return present(eventOrNull(), "the path names no event");
    }

    @Override
    public Set<Permission> permissions() {
        return credential() instanceof Credential.Member member ? member.permissions() : Set.of();
    }

    @Override
    public Instant now() {
        return present(entered, "the unit has not begun").now();
    }

    @Override
    public long clientId() {
        long id = present(entered, "the unit has not begun").clientId();
        if (id == 0) {
            throw new IllegalStateException("a read has no id to give");
        }
        return id;
    }

    @Override
    public QueryParams query() {
        QueryParams parsed = query;
        if (parsed == null) {
            parsed = QueryParams.parse(servletRequest.getQueryString());
            query = parsed;
        }
        return parsed;
    }

    @Override
    public RequestBody body() {
        return body.parse();
    }

    @Override
    public byte[] bytes() {
        return body.bytes();
    }

    @Override
    public String method() {
        return servletRequest.getMethod();
    }

    @Override
    public String path() {
        return servletRequest.getRequestURI();
    }

    @Override
    public @Nullable String header(String name) {
        return servletRequest.getHeader(name);
    }

    @Override
    public LinkBase links() {
        return origin.links();
    }

    @Override
    public String requestId() {
        return origin.requestId();
    }

    @Override
    public String clientAddress() {
        return origin.clientAddress();
    }

    private static <T> T present(@Nullable T value, String otherwise) {
        if (value == null) {
            throw new IllegalStateException(otherwise);
        }
        return value;
    }
}
