package org.gatebook.web.request;

import java.time.Instant;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.page.PageLinks;
import org.gatebook.web.page.QueryParams;
import org.jspecify.annotations.Nullable;

/**
 * The request as a controller sees it, authenticated and allowed; a parameter of handler methods. Valid only while the
 * handler and what it hands to {@code Answer.okLater} run.
 */
public interface ApiRequest {

    /** Who asks. */
    Credential credential();

    /** The token as sent, for answers that repeat it (only its hash is stored); empty without one. */
    String presentedToken();

    /**
     * The organizer in the path.
     *
     * @throws IllegalStateException if the path names none
     */
    OrganizerSlug organizer();

    /**
     * The event in the path.
     *
     * @throws IllegalStateException if the path names none
     */
    EventSlug event();

    /** What the credential may do here: on the event in the path, or on the organizer. */
    Set<Permission> permissions();

    /** The database's clock at the start of this try; commands carry it as {@code now}. */
    Instant now();

    /**
     * The id that the opening statement drew for this try; for the first thing that the request creates.
     *
     * @throws IllegalStateException in a read
     */
    long clientId();

    /** The parameters of the address. */
    QueryParams query();

    /**
     * The parsed body; an absent one is an empty JSON object. Parsed when first asked for, as in the reference: an
     * unknown object is 404 before an unreadable body is 400 or 415.
     */
    RequestBody body();

    /** The body as it was sent, for uploads; must not be changed. */
    byte[] bytes();

    /** The method, in capitals. */
    String method();

    /** The path as sent, encoded, without parameters. */
    String path();

    /** A header's value; null when absent. */
    @Nullable
    String header(String name);

    /** Where links start. */
    LinkBase links();

    /** Links to other pages of the list that this request asks for. */
    default PageLinks pageLinks() {
        return new PageLinks(links().to(path()), query());
    }

    /** The id under which this request is found in logs and in audit metadata. */
    String requestId();

    /** The client's address, as trusted proxies report it. */
    String clientAddress();
}
