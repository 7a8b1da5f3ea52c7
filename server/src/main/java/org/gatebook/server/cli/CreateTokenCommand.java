package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.organizer.Organizers;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.team.Teams;
import org.gatebook.eventstore.view.ReadSchemas;
import org.gatebook.server.Application;
import org.gatebook.web.auth.Permission;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives somebody a token without a file: makes what is missing of organizer and team, and leaves the rest as it is.
 * It asks for the same as a provisioning file would.
 */
@Command(
        name = "create-token",
        description = "Print a new API token of a team, which is created if need be, and so is its organizer.")
final class CreateTokenCommand implements Callable<Integer> {

    private static final int TOKEN_BYTES = 32;

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ORGANIZER", description = "The organizer's name in addresses.")
    private String organizer;

    @Parameters(index = "1", paramLabel = "TEAM", description = "Name of the team.")
    private String team;

    @Option(names = "--organizer-name", paramLabel = "TEXT", description = "Name of a new organizer.")
    private @Nullable String organizerName;

    @Option(
            names = "--permission",
            paramLabel = "NAME",
            description = "What a new team may do, for example can_manage_gift_cards; everything if left out.")
    private List<String> permissions =
            Arrays.stream(Permission.values()).map(Permission::word).toList();

    CreateTokenCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            application.part(ReadSchemas.class).ensure();
            ObjectNode file = file(application.part(Documents.class), application.part(Teams.class), token);
            application.part(Provisioning.class).apply(file.toString());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(token);
        out.flush();
        return 0;
    }

    private ObjectNode file(Documents documents, Teams teams, String token) {
        Owner owner = Owner.of(new OrganizerSlug(organizer));
        String name = documents
                .byKey(Organizers.ORGANIZER.type(), owner, organizer)
                .map(present -> present.text("name"))
                .orElse(organizerName == null ? organizer : organizerName);
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ObjectNode wanted =
                file.putArray("organizers").addObject().put("slug", organizer).put("name", name);
        ObjectNode wantedTeam = wanted.putArray("teams").addObject().put("name", team);
        Document present = documents
                .list(
                        teams.type(),
                        ResourceSelection.of(owner).and("(document ->> 'name') = :name", Map.of("name", team)))
                .stream()
                .findFirst()
                .orElse(null);
        wantedTeam.put("all_events", present == null || present.flag("all_events"));
        add(wantedTeam.putArray("limit_events"), present == null ? List.of() : present.texts("limit_events"));
        add(
                wantedTeam.putArray("permissions"),
                present == null
                        ? permissions
                        : Teams.permissions(present).stream()
                                .map(Permission::word)
                                .toList());
        wantedTeam.putArray("tokens").addObject().put("name", "command line").put("token", token);
        return file;
    }

    private static void add(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
