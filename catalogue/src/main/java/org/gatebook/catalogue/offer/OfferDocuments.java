package org.gatebook.catalogue.offer;

import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.setting.SettingValues;

/**
 * All that is stored of an event and goes into its snapshot.
 *
 * @param documents by kind, oldest first
 * @param settings of the event, over those of its organizer
 */
public record OfferDocuments(Map<String, List<Document>> documents, SettingValues settings) {

    /** The documents of a kind, oldest first. */
    public List<Document> of(ResourceType type) {
        return documents.getOrDefault(type.kind(), List.of());
    }
}
