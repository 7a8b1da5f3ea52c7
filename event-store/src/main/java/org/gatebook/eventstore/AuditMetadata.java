package org.gatebook.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event and how, complete on every stored event (design, section 3).
 *
 * @param actorKind what acted: {@code team_token}, {@code device}, {@code system} ...
 * @param actorId its stable id
 * @param actorName its name at that time
 * @param organizer whose stream the event belongs to, which on an accepted gift card is not who acted
 * @param event the event of the organizer, if the fact belongs to one
 * @param channel the way it came: {@code rest}, {@code cli}, {@code job} ...
 * @param requestId the request that caused it
 * @param causationId the message that caused it: a command, else the request
 * @param correlationId what ties everything together that one client action set off
 * @param clientAddress network address of the client, sealed under the stream as subject: base64; null when erased
 * @param softwareVersion version of the server that wrote it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditMetadata(
        String actorKind,
        String actorId,
        String actorName,
        OrganizerSlug organizer,
        @Nullable EventSlug event,
        String channel,
        String requestId,
        String causationId,
        String correlationId,
        @Nullable String clientAddress,
        String softwareVersion) {}
