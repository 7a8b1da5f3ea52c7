package org.gatebook.web.access;

import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.CredentialDirectory;
import org.gatebook.web.auth.CredentialLookup;
import org.gatebook.web.auth.CredentialScheme;
import org.gatebook.web.auth.EventDirectory;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.auth.TokenHash;
import org.gatebook.web.route.ApiRoute;
import org.gatebook.web.route.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in or refuses it, in the order that clients rely on: credentials (401), device profile (403),
 * organizer, event and permission (403). Whether the method exists is asked afterwards (behaviour notes, orders 2.2).
 */
public final class Admission {

    private static final String NOT_PROVIDED = "Authentication credentials were not provided.";
    private static final String FORBIDDEN = "You do not have permission to perform this action.";
    private static final String PROFILE = "Request denied by device security profile.";

    private final CredentialDirectory credentials;
    private final EventDirectory events;

    public Admission(CredentialDirectory credentials, EventDirectory events) {
        this.credentials = credentials;
        this.events = events;
    }

    /** Whether the request may go on, and as whom. */
    public sealed interface Verdict {
        /** It may. */
        record Admitted(Credential credential) implements Verdict {}

        /** It may not. */
        record Turned(Answer answer) implements Verdict {}
    }

    /** The refusal that needs no directory: no usable credentials where some are needed; null when there may be some. */
    public @Nullable Answer refusalBeforeLookup(Scope scope, AuthorizationHeader header) {
        if (scope == Scope.OPEN) {
            return null;
        }
        String detail = switch (header) {
            case AuthorizationHeader.Absent absent -> NOT_PROVIDED;
            case AuthorizationHeader.Malformed malformed ->
                counts(scope, malformed.scheme()) ? malformed.detail() : NOT_PROVIDED;
            case AuthorizationHeader.Presented presented -> counts(scope, presented.scheme()) ? null : NOT_PROVIDED;
        };
        return detail == null ? null : unauthenticated(scope, detail);
    }

    /** Asks the directories; inside the request unit. */
    public Verdict admit(ApiRoute route, Map<String, String> variables, String method, AuthorizationHeader header) {
        Requirement requirement = route.requirement();
        if (requirement.scope() == Scope.OPEN) {
            return new Verdict.Admitted(new Credential.Anonymous());
        }
        Answer early = refusalBeforeLookup(requirement.scope(), header);
        if (early != null) {
            return new Verdict.Turned(early);
        }
        if (!(header instanceof AuthorizationHeader.Presented presented)) {
            throw new IllegalStateException("only presented credentials get this far");
        }
        return switch (credentials.find(presented.scheme(), TokenHash.of(presented.token()))) {
            case CredentialLookup.Unknown unknown ->
                new Verdict.Turned(unauthenticated(requirement.scope(), "Invalid token."));
            case CredentialLookup.Refused refused ->
                new Verdict.Turned(unauthenticated(requirement.scope(), refused.detail()));
            case CredentialLookup.Found found -> authorize(found.credential(), route, variables, method);
        };
    }

    private Verdict authorize(Credential.Member member, ApiRoute route, Map<String, String> variables, String method) {
        if (member instanceof Credential.Device device && !route.opens(device.profile(), method)) {
            return new Verdict.Turned(Answer.detail(403, PROFILE));
        }
        boolean allowed = switch (route.requirement().scope()) {
            case OPEN, CREDENTIAL, DEVICE -> true;
            case ORGANIZER -> belongs(member, variables) && permitted(member, route, method);
            case EVENT -> belongs(member, variables) && reaches(member, variables) && permitted(member, route, method);
        };
        return allowed ? new Verdict.Admitted(member) : new Verdict.Turned(Answer.detail(403, FORBIDDEN));
    }

    private static boolean belongs(Credential.Member member, Map<String, String> variables) {
        return member.organizer().value().equals(variables.get("organizer"));
    }

    private boolean reaches(Credential.Member member, Map<String, String> variables) {
        EventSlug event = new EventSlug(String.valueOf(variables.get("event")));
        OrganizerSlug organizer = member.organizer();
        return member.reach().includes(event) && events.exists(organizer, event);
    }

    private static boolean permitted(Credential.Member member, ApiRoute route, String method) {
        Set<Permission> anyOf = route.requirement().anyOf(reads(method));
        if (anyOf.isEmpty()) {
            return true;
        }
        for (Permission permission : anyOf) {
            if (member.permissions().contains(permission)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a method only reads. */
    public static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    private static boolean counts(Scope scope, CredentialScheme scheme) {
        return scope != Scope.DEVICE || scheme == CredentialScheme.DEVICE;
    }

    private static Answer unauthenticated(Scope scope, String detail) {
        return Answer.detail(401, detail).with("WWW-Authenticate", scope == Scope.DEVICE ? "Device" : "Token");
    }
}
