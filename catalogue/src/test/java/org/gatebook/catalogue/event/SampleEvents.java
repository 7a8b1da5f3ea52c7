package org.gatebook.catalogue.event;

import org.gatebook.catalogue.test.Asked;
import org.gatebook.catalogue.test.CatalogueNode;

/** Events for tests of what belongs to one. */
public final class SampleEvents {

    private SampleEvents() {}

    /** A conference of one date. */
    public static void conference(CatalogueNode node, String organizer, String slug) {
        create(node, organizer, slug, false);
    }

    /** A series without dates yet. */
    public static void series(CatalogueNode node, String organizer, String slug) {
        create(node, organizer, slug, true);
    }

    /** PATCH of the event. */
    public static void change(CatalogueNode node, String organizer, String slug, String json) {
        node.write(
                organizer,
                entered -> node.get(EventEndpoint.class)
                        .change(Asked.with(entered, organizer, json).in(slug))
                        .status());
    }

    private static void create(CatalogueNode node, String organizer, String slug, boolean series) {
        String json = """
            {"name": {"en": "Sample"}, "slug": "%s", "currency": "EUR", "date_from": "2030-05-01T10:00:00Z",
             "date_to": "2030-05-02T18:00:00Z", "has_subevents": %s}
            """.formatted(slug, series);
        node.write(
                organizer,
                entered -> node.get(EventEndpoint.class)
                        .create(Asked.with(entered, organizer, json))
                        .status());
    }
}
