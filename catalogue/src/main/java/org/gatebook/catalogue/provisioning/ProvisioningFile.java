package org.gatebook.catalogue.provisioning;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.web.auth.Permission;
import tools.jackson.databind.JsonNode;

/**
 * What a provisioning file asks for (decisions, own endpoints).
 *
 * @param acceptances under {@code gift_card_acceptance}
 */
record ProvisioningFile(List<Organizer> organizers, List<Acceptance> acceptances) {

    /**
     * @param settings by name, not yet looked at: which names and values are right is the business of the settings
     * @param path where it stands in the file, for messages
     */
    record Organizer(
            OrganizerSlug slug, String name, SequencedMap<String, JsonNode> settings, List<Team> teams, String path) {}

    /** A team; it is found again by its name. */
    record Team(
            String name,
            boolean allEvents,
            List<String> limitEvents,
            Set<Permission> permissions,
            List<Token> tokens) {}

    /** A token with a text chosen beforehand; it is found again by that text. */
    record Token(String name, String token, String path) {
        @Override
        public String toString() {
            return "Token[" + name + "]";
        }
    }

    /** Whose gift cards, and perhaps media, an organizer accepts. */
    record Acceptance(
            OrganizerSlug issuer, OrganizerSlug acceptor, boolean active, boolean reusableMedia, String path) {}
}
