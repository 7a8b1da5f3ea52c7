package org.gatebook.catalogue.provisioning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.giftcard.Acceptances;
import org.gatebook.catalogue.organizer.OrganizerSettingsWriter;
import org.gatebook.catalogue.organizer.Organizers;
import org.gatebook.catalogue.provisioning.ProvisioningFile.Acceptance;
import org.gatebook.catalogue.provisioning.ProvisioningFile.Organizer;
import org.gatebook.catalogue.provisioning.ProvisioningFile.Team;
import org.gatebook.catalogue.provisioning.ProvisioningFile.Token;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.saleschannel.SalesChannels;
import org.gatebook.catalogue.setting.Settings;
import org.gatebook.catalogue.team.TeamTokens;
import org.gatebook.catalogue.team.Teams;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.TokenHash;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings what a file asks for into being, through the forms and the engine that requests use. */
@Component
final class ProvisioningWriter {

    private final Documents documents;
    private final Catalogue catalogue;
    private final OrganizerSettingsWriter settings;
    private final Teams teams;
    private final Acceptances acceptances;
    private final SalesChannels channels;
    private final ProvisionedResources resources;
    private final ClientIds ids;

    ProvisioningWriter(
            Documents documents,
            Catalogue catalogue,
            OrganizerSettingsWriter settings,
            Teams teams,
            Acceptances acceptances,
            SalesChannels channels,
            ProvisionedResources resources,
            ClientIds ids) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.settings = settings;
        this.teams = teams;
        this.acceptances = acceptances;
        this.channels = channels;
        this.resources = resources;
        this.ids = ids;
    }

    /** Writes what differs; yields what is wrong, each with its path. */
    List<String> write(ProvisioningFile file, Instant now) {
        List<String> problems = new ArrayList<>();
        for (Organizer organizer : file.organizers()) {
            attempt(organizer.path(), problems, () -> organizer(organizer, now));
            channels.openWebShop(organizer.slug());
            organizer.settings().keySet().stream()
                    .filter(name -> !Settings.all().containsKey(name))
                    .forEach(name -> problems.add(organizer.path() + ".settings." + name + ": unknown key"));
            attempt(organizer.path() + ".settings", problems, () -> settings(organizer));
            for (int i = 0; i < organizer.teams().size(); i++) {
                Team team = organizer.teams().get(i);
                attempt(
                        organizer.path() + ".teams[" + i + "]",
                        problems,
                        () -> team(organizer.slug(), team, problems, now));
            }
        }
        for (Acceptance acceptance : file.acceptances()) {
            attempt(acceptance.path(), problems, () -> acceptance(acceptance, problems, now));
        }
        return problems;
    }

    private void organizer(Organizer organizer, Instant now) {
        Owner itself = Owner.of(organizer.slug());
        String slug = organizer.slug().value();
        ObjectNode body = object().put("name", organizer.name());
        Document present =
                documents.byKey(Organizers.ORGANIZER.type(), itself, slug).orElse(null);
        if (present != null) {
            resources.change(Organizers.ORGANIZER, present, body, now);
            return;
        }
        long id = ids.next();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", organizer.name());
        fields.put("slug", slug);
        catalogue.create(Organizers.ORGANIZER.type(), id, itself, slug, fields);
        settings.create(organizer.slug(), id);
    }

    private void settings(Organizer organizer) {
        ObjectNode body = object();
        organizer.settings().forEach(body::set);
        settings.change(organizer.slug(), new RequestBody.Json(body));
    }

    private void team(OrganizerSlug organizer, Team team, List<String> problems, Instant now) {
        Owner owner = Owner.of(organizer);
        ObjectNode body = object().put("name", team.name()).put("all_events", team.allEvents());
        body.set("limit_events", texts(team.limitEvents()));
        for (Permission permission : Permission.values()) {
            body.put(permission.word(), team.permissions().contains(permission));
        }
        Document present = documents
                .list(
                        teams.type(),
                        ResourceSelection.of(owner).and("(document ->> 'name') = :name", Map.of("name", team.name())))
                .stream()
                .findFirst()
                .orElse(null);
        Document written = present == null
                ? resources.create(teams.resource(), owner, body, now)
                : resources.change(teams.resource(), present, body, now);
        team.tokens().forEach(token -> token(written, token, problems));
    }

    private void token(Document team, Token token, List<String> problems) {
        Document present = documents
                .one(
                        TeamTokens.RESOURCE.type(),
                        ResourceSelection.everywhere()
                                .and(
                                        "document #>> '{token,hash}' = :hash",
                                        Map.of(
                                                "hash",
                                                TokenHash.of(token.token()).hex())))
                .orElse(null);
        if (present == null) {
            catalogue.create(
                    TeamTokens.RESOURCE.type(),
                    ids.next(),
                    Owner.partOf(team),
                    null,
                    Map.of("name", token.name(), "active", true, "token", TeamTokens.stored(token.token())));
        } else if (!present.owner().equals(Owner.partOf(team))) {
            problems.add(token.path() + ".token: belongs to another team already");
        } else {
            catalogue.change(present, Map.of("name", token.name()));
        }
    }

    private void acceptance(Acceptance acceptance, List<String> problems, Instant now) {
        Owner acceptor = Owner.of(acceptance.acceptor());
        if (documents
                .byKey(
                        Organizers.ORGANIZER.type(),
                        acceptor,
                        acceptance.acceptor().value())
                .isEmpty()) {
            problems.add(acceptance.path() + ".acceptor: there is no such organizer");
            return;
        }
        ObjectNode body = object().put("issuer", acceptance.issuer().value())
                .put("active", acceptance.active())
                .put("reusable_media", acceptance.reusableMedia());
        Document present = documents
                .byKey(
                        acceptances.resource().type(),
                        acceptor,
                        acceptance.issuer().value())
                .orElse(null);
        if (present == null) {
            resources.create(acceptances.resource(), acceptor, body, now);
        } else {
            resources.change(acceptances.resource(), present, body, now);
        }
    }

    /** What a form says no to becomes a problem with the path of the object that it was about. */
    private static void attempt(String path, List<String> problems, Runnable write) {
        try {
            write.run();
        } catch (Rejected rejected) {
            problems.add(path + ": " + rejected.error().body());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode texts(List<String> texts) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(texts.stream().map(JsonNodeFactory.instance::stringNode).toList());
    }
}
