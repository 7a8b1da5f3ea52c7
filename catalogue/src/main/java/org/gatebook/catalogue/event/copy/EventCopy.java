package org.gatebook.catalogue.event.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.event.setting.EventSettings;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.eventstore.ClientIds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills a new event with what another one offers. */
@Component
public final class EventCopy {

    /** What the copy has of its original unless its own body says otherwise. */
    private static final Set<String> INHERITED = Set.of(
            "plugins",
            "is_public",
            "testmode",
            "has_subevents",
            "all_sales_channels",
            "limit_sales_channels",
            "item_meta_properties");

    private final Documents documents;
    private final Catalogue catalogue;
    private final EventSettings settings;
    private final CopiedKinds kinds;
    private final ClientIds ids;

    EventCopy(Documents documents, Catalogue catalogue, EventSettings settings, CopiedKinds kinds, ClientIds ids) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.settings = settings;
        this.kinds = kinds;
        this.ids = ids;
    }

    /**
     * Copies everything.
     *
     * @param sent names of the fields that the new event's body has; they win over the original's
     * @return the new event as it is then
     */
    public Document fill(Document copy, Document original, Set<String> sent) {
        List<Document> offered = documents.ofEvent(original.owner(), kinds.byName()).stream()
                .filter(document -> document.get("subevent") == null)
                .toList();
        Renumbering renumbering = renumbering(offered);
        for (Document document : offered) {
            Map<String, @Nullable Object> fields = renumbering.fields(document.fields());
            fields.replace("closed", false);
            catalogue.create(
                    document.type(),
                    renumbering.numbers().getOrDefault(document.id(), document.id()),
                    copy.owner(),
                    document.key(),
                    fields);
        }
        copySettings(copy, original, renumbering, sent);
        return catalogue.change(copy, inherited(original, sent));
    }

    private Renumbering renumbering(List<Document> offered) {
        List<Long> old = new ArrayList<>();
        for (Document document : offered) {
            old.add(document.id());
            old.addAll(Renumbering.parts(document.fields()));
        }
        Map<Long, Long> numbers = new HashMap<>();
        if (!old.isEmpty()) {
            Iterator<Long> fresh = ids.next(old.size()).iterator();
            old.forEach(number -> numbers.put(number, fresh.next()));
        }
        return new Renumbering(numbers);
    }

    private void copySettings(Document copy, Document original, Renumbering renumbering, Set<String> sent) {
        Map<String, @Nullable Object> own =
                renumbering.fields(settings.of(original.owner()).fields());
        if (sent.contains("timezone")) {
            own.remove("timezone");
        }
        settings.set(copy.owner(), own);
    }

    private static Map<String, @Nullable Object> inherited(Document original, Set<String> sent) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        boolean channelsSent = sent.stream().anyMatch(name -> name.endsWith("sales_channels"));
        INHERITED.stream()
                .filter(name -> !sent.contains(name))
                .filter(name -> !(channelsSent && name.endsWith("sales_channels")))
                .forEach(name -> fields.put(name, original.get(name)));
        return fields;
    }
}
