package org.gatebook.catalogue.event;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;

import java.util.LinkedHashSet;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.catalogue.crud.ResourceWriter;
import org.gatebook.catalogue.event.copy.EventCopy;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.RequestBody;
import org.springframework.stereotype.Component;

/** Makes events that begin as a copy of another one of the same organizer. */
@Component
final class CopiedEvents {

    private final Events events;
    private final EventResource resource;
    private final ResourceWriter writer;
    private final EventCopy copy;

    CopiedEvents(Events events, EventResource resource, ResourceWriter writer, EventCopy copy) {
        this.events = events;
        this.resource = resource;
        this.writer = writer;
        this.copy = copy;
    }

    /**
     * A new event like this one.
     *
     * @param name the original's slug, perhaps behind its organizer's and a slash
     */
    Answer create(ApiRequest request, String name) {
        Owner owner = Owner.of(request.organizer());
        Document original = events.named(owner, ownName(request, name));
        if (original == null || !isReached(request, original)) {
            throw ApiError.list("Event to copy from was not found").rejected();
        }
        if (!request.permissions().contains(CAN_CHANGE_EVENT_SETTINGS)) {
            return Answer.detail(403, "Not sufficient permission on source event to copy");
        }
        Document created = writer.create(resource.listed(), owner, request.body(), request.clientId(), request.now())
                .document();
        Document filled = copy.fill(created, original, sent(request.body()));
        return Answer.created(resource.listed().show(filled, request.links()));
    }

    private static String ownName(ApiRequest request, String name) {
        String own = request.organizer().value() + "/";
        return name.startsWith(own) ? name.substring(own.length()) : name;
    }

    private static boolean isReached(ApiRequest request, Document original) {
        return request.credential() instanceof Credential.Member member
                && member.reach().includes(new EventSlug(original.text("slug")));
    }

    private static Set<String> sent(RequestBody body) {
        return switch (body) {
            case RequestBody.Json json -> new LinkedHashSet<>(json.value().propertyNames());
            case RequestBody.Form form -> form.fields().keySet();
        };
    }
}
