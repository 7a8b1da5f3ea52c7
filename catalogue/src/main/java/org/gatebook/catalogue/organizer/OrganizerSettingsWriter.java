package org.gatebook.catalogue.organizer;

import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.setting.SettingDocuments;
import org.gatebook.web.request.RequestBody;
import org.springframework.stereotype.Component;

/** Writes what an organizer sets. The document is as old as the organizer and has its number. */
@Component
public final class OrganizerSettingsWriter {

    private final Documents documents;
    private final Catalogue catalogue;

    OrganizerSettingsWriter(Documents documents, Catalogue catalogue) {
        this.documents = documents;
        this.catalogue = catalogue;
    }

    /** The settings of a new organizer: none. */
    public void create(OrganizerSlug organizer, long id) {
        catalogue.create(SettingDocuments.OF_ORGANIZER, id, Owner.of(organizer), organizer.value(), Map.of());
    }

    /**
     * Sets what is sent; null takes a setting back to its default, unknown names are ignored.
     *
     * @throws org.gatebook.web.error.Rejected with 400 when a value cannot be what it should
     */
    public void change(OrganizerSlug organizer, RequestBody body) {
        Document settings = documents
                .byKey(SettingDocuments.OF_ORGANIZER, Owner.of(organizer), organizer.value())
                .orElseThrow(() -> new IllegalStateException(organizer + " has no settings"));
        catalogue.change(settings, SettingDocuments.sent(SettingDocuments.ORGANIZER_FORM, body));
    }
}
