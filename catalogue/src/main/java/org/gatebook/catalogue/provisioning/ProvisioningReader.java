package org.gatebook.catalogue.provisioning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.provisioning.ProvisioningFile.Acceptance;
import org.gatebook.catalogue.provisioning.ProvisioningFile.Organizer;
import org.gatebook.catalogue.provisioning.ProvisioningFile.Team;
import org.gatebook.catalogue.provisioning.ProvisioningFile.Token;
import org.gatebook.web.auth.Permission;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a provisioning file; knows its shape, not the database. */
final class ProvisioningReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> problems = new ArrayList<>();

    private ProvisioningReader() {}

    /** @throws ProvisioningException with everything that is wrong with the text */
    static ProvisioningFile read(String text) {
        ProvisioningReader reader = new ProvisioningReader();
        ProvisioningFile file = reader.file(parse(text));
        if (!reader.problems.isEmpty()) {
            throw new ProvisioningException(reader.problems);
        }
        return file;
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new ProvisioningException(List.of("the file is not JSON: " + e.getOriginalMessage()));
        }
    }

    private ProvisioningFile file(JsonNode node) {
        StrictObject file = new StrictObject(node, "", problems);
        ProvisioningFile read = new ProvisioningFile(
                file.objects("organizers", this::organizer), file.objects("gift_card_acceptance", this::acceptance));
        file.done();
        return read;
    }

    private Organizer organizer(StrictObject object) {
        SequencedMap<String, JsonNode> settings = new LinkedHashMap<>();
        object.members("settings").forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
        return new Organizer(
                slug(object, "slug"),
                object.text("name"),
                settings,
                object.objects("teams", this::team),
                object.path());
    }

    private Team team(StrictObject object) {
        return new Team(
                object.text("name"),
                object.flag("all_events", false),
                object.texts("limit_events"),
                permissions(object),
                object.objects("tokens", token -> new Token(token.text("name"), token.text("token"), token.path())));
    }

    private Set<Permission> permissions(StrictObject object) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        List<String> words = object.texts("permissions");
        for (int i = 0; i < words.size(); i++) {
            @Nullable Permission permission = Permission.ofWord(words.get(i));
            if (permission == null) {
                problems.add(object.at("permissions[" + i + "]") + ": unknown permission " + words.get(i));
            } else {
                permissions.add(permission);
            }
        }
        return permissions;
    }

    private Acceptance acceptance(StrictObject object) {
        return new Acceptance(
                slug(object, "issuer"),
                slug(object, "acceptor"),
                object.flag("active", true),
                object.flag("reusable_media", false),
                object.path());
    }

    private OrganizerSlug slug(StrictObject object, String name) {
        String text = object.text(name);
        if (!text.isEmpty() && !text.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
            problems.add(object.at(name) + ": may only contain letters, digits, dots and dashes");
        }
        return new OrganizerSlug(text);
    }
}
