package org.gatebook.catalogue.event.setting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.event.signing.SigningKeys;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.setting.SettingDocuments;
import org.gatebook.catalogue.setting.SettingValues;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What events have set for themselves. The document is as old as the event and has its number. */
@Component
public final class EventSettings {

    /** What the reference sets for events that are made through the API (decisions, name scheme). */
    private static final Map<String, Object> FIRST = Map.of(
            "name_scheme", "given_family", "invoice_include_expire_date", true, "ticketoutput_pdf__enabled", true);

    private static final Pattern FIXED_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** An event, of which only the sale is looked at. */
    private static final ResourceType EVENT =
            ResourceType.declare("event", KeptBy.EVENT).build();

    private final Documents documents;
    private final Catalogue catalogue;
    private final OrganizerSnapshots organizers;
    private final SigningKeys keys;

    EventSettings(Documents documents, Catalogue catalogue, OrganizerSnapshots organizers, SigningKeys keys) {
        this.keys = keys;
        this.organizers = organizers;
        this.documents = documents;
        this.catalogue = catalogue;
    }

    /** The settings of a new event. */
    public void create(Owner event, long id, @Nullable String timezone) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>(FIRST);
        settings.put("timezone", timezone);
        Document own = catalogue.create(SettingDocuments.OF_EVENT, id, event, slug(event), settings);
        provideKeys(own);
    }

    /**
     * Sets what is sent; null takes a setting back to what the event inherits, unknown names are ignored.
     *
     * @throws org.gatebook.web.error.Rejected with 400 when a value cannot be what it should
     */
    public void change(Owner event, RequestBody body) {
        Map<String, @Nullable Object> changes = SettingDocuments.sent(SettingDocuments.EVENT_FORM, body);
        Document own = of(event);
        Map<String, @Nullable Object> afterwards = new LinkedHashMap<>(own.fields());
        afterwards.putAll(changes);
        SettingValues settings = inherited(event, afterwards);
        if (!settings.texts("locales").contains(settings.text("locale"))) {
            throw ApiError.field("locale", "Your default locale must also be enabled for your event (see box above).")
                    .rejected();
        }
        requirePayableUntilPresaleEnds(event, settings);
        provideKeys(catalogue.change(own, changes));
    }

    /** Only of a fixed date: a relative one moves with what it is compared with. */
    private void requirePayableUntilPresaleEnds(Owner event, SettingValues settings) {
        String last = settings.text("payment_term_last");
        String presaleEnd = documents
                .byKey(EVENT, event, slug(event))
                .map(found -> found.textOrNull("presale_end"))
                .orElse(null);
        if (last != null
                && presaleEnd != null
                && FIXED_DATE.matcher(last).matches()
                && LocalDate.parse(last)
                        .isBefore(Instant.parse(presaleEnd)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate())) {
            throw ApiError.field("payment_term_last", "The last payment date cannot be before the end of presale.")
                    .rejected();
        }
    }

    private void provideKeys(Document own) {
        if (SigningKeys.GENERATOR.equals(inherited(own).text("ticket_secret_generator"))) {
            keys.provide(own.owner(), own.id());
        }
    }

    /** What holds with these own settings. */
    public SettingValues inherited(Document own) {
        return inherited(own.owner(), own.fields());
    }

    private SettingValues inherited(Owner event, Map<String, @Nullable Object> own) {
        return organizers.of(event.organizer()).settings().under(List.of(own));
    }

    /** Sets these; null takes a setting back to what the event inherits. */
    public void set(Owner event, Map<String, ? extends @Nullable Object> changes) {
        catalogue.change(of(event), changes);
    }

    /** What this event has set. */
    public Document of(Owner event) {
        return documents
                .byKey(SettingDocuments.OF_EVENT, event, slug(event))
                .orElseThrow(() -> new IllegalStateException(event + " has no settings"));
    }

    /** What these events of one organizer have set. */
    public List<Document> of(List<Document> events) {
        return events.isEmpty()
                ? List.of()
                : documents.list(
                        SettingDocuments.OF_EVENT,
                        ResourceSelection.ofEvents(events.getFirst().owner().organizer())
                                .and(
                                        "id = ANY (:ids)",
                                        Map.of(
                                                "ids",
                                                events.stream()
                                                        .map(Document::id)
                                                        .toArray(Long[]::new))));
    }

    private static String slug(Owner event) {
        return String.valueOf(event.event());
    }
}
