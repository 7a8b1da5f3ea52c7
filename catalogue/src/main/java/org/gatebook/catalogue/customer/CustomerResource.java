package org.gatebook.catalogue.customer;

import static org.gatebook.catalogue.resource.Sensitivity.PERSONAL;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.catalogue.resource.Sensitivity.SECRET;
import static org.gatebook.web.filter.Filters.textIgnoringCase;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.email;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.world.WorldTypes.phone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.catalogue.RandomText;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.setting.Settings;
import org.gatebook.web.form.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The declaration of customers (behaviour notes, reusable media 2.4; the reference's documentation for the rest). */
@Component
public final class CustomerResource {

    private static final int IDENTIFIER_LENGTH = 7;

    static final Field<String> EXTERNAL_IDENTIFIER =
            Field.optional("external_identifier", text().upTo(255).orBlank()).nullable();
    static final Field<String> EMAIL =
            Field.optional("email", email().upTo(190)).nullable();
    static final Field<String> PHONE = Field.optional("phone", phone(true)).nullable();
    static final Field<JsonNode> NAME_PARTS = Field.optional("name_parts", json());
    static final Field<Boolean> IS_ACTIVE = Field.optional("is_active", flag()).orElse(true);
    static final Field<Boolean> IS_VERIFIED =
            Field.optional("is_verified", flag()).orElse(true);
    static final Field<String> LOCALE =
            Field.optional("locale", choice(Settings.LANGUAGES)).orElse("en");
    static final Field<String> NOTES = Field.optional("notes", text().orBlank()).nullable();
    static final Field<String> PASSWORD = Field.optional("password", text()).nullable();
    static final Field<Boolean> SEND_EMAIL =
            Field.optional("send_email", flag()).nullable();

    private final Documents documents;
    private final OrganizerSnapshots organizers;
    private final Resource resource;

    public CustomerResource(Documents documents, OrganizerSnapshots organizers) {
        this.documents = documents;
        this.organizers = organizers;
        this.resource = Resource.declare("customer", KeptBy.NOBODY)
                .addressedByKey()
                .made(PLAIN, "identifier")
                .field(PERSONAL, EXTERNAL_IDENTIFIER)
                .field(PERSONAL, EMAIL)
                .field(PERSONAL, PHONE)
                .shown("name", (customer, links) -> name(customer))
                .field(PERSONAL, NAME_PARTS)
                .field(PLAIN, IS_ACTIVE)
                .field(PLAIN, IS_VERIFIED)
                .made(PLAIN, "last_login")
                .made(PLAIN, "date_joined")
                .field(PLAIN, LOCALE)
                .made(PLAIN, "last_modified")
                .field(PERSONAL, NOTES)
                .kept(SECRET, "password")
                .input(PASSWORD)
                .input(SEND_EMAIL)
                .filteredBy(textIgnoringCase("email", Resource.column("email")))
                .usually(Resource.column("email") + ", id")
                .before(this::complete)
                .before(this::ownEmail)
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    private static String name(Document customer) {
        return NameScheme.wholeName(customer.object("name_parts"));
    }

    private void complete(Change change) {
        if (change.isNew()) {
            String identifier = freshIdentifier(change.owner());
            change.nameIt(identifier).set("identifier", identifier).set("date_joined", change.now());
            change.fill("name_parts", Map.of());
            String password = change.input().find(PASSWORD);
            if (password != null) {
                change.set("password", PasswordHash.of(password));
            }
        }
        change.set("last_modified", change.now());
        Object parts = change.get("name_parts");
        if (!(parts instanceof Map<?, ?> map)) {
            throw change.refused("name_parts", "Invalid data type");
        }
        if (!map.isEmpty() && !map.containsKey("_scheme")) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
            named.put(
                    "_scheme",
                    organizers.of(change.owner().organizer()).settings().value("name_scheme"));
            change.set("name_parts", named);
        }
    }

    private void ownEmail(Change change) {
        if (!(change.get("email") instanceof String email) || !change.touches("email")) {
            return;
        }
        ResourceSelection others = ResourceSelection.of(change.owner())
                .and("(document ->> 'email') = :email AND id <> :self", Map.of("email", email, "self", change.id()));
        if (documents.count(resource.type(), others) > 0) {
            throw change.refused("email", "A customer with this email address already exists.");
        }
    }

    private String freshIdentifier(Owner owner) {
        String identifier;
        do {
            identifier = RandomText.of(RandomText.UNMISTAKABLE, IDENTIFIER_LENGTH);
        } while (documents.byKey(resource.type(), owner, identifier).isPresent());
        return identifier;
    }
}
