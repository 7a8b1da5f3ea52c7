package org.gatebook.query.history.sentence;

import java.util.Map;
import java.util.Optional;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.catalogue.ResourceDeleted;
import org.jspecify.annotations.Nullable;

/** What happened to supporting data. */
final class CatalogueSentences {

    private CatalogueSentences() {}

    /** @param happened to be put in the middle: created, changed, or one of them where nobody knows */
    static String of(CatalogueEvent event, String happened) {
        return switch (event) {
            case ResourceChanged e ->
                named(e) + " was " + happened
                        + (e.secretsChanged().isEmpty()
                                ? ""
                                : "; its secret " + String.join(", ", e.secretsChanged()) + " was set anew");
            case ResourceDeleted e -> numbered(e) + " was deleted";
        };
    }

    private static String named(ResourceChanged resource) {
        return name(resource.plain().get("name"))
                .map(name -> numbered(resource) + " (“" + name + "”)")
                .orElseGet(() -> numbered(resource));
    }

    private static String numbered(CatalogueEvent resource) {
        String kind = resource.kind().equals("checkinlist")
                ? "check-in list"
                : resource.kind().replace('_', ' ');
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + resource.id();
    }

    // A name is a text, or texts by language of which the first one will do.
    private static Optional<String> name(@Nullable Object name) {
        Object text = name instanceof Map<?, ?> languages && !languages.isEmpty()
                ? languages.values().iterator().next()
                : name;
        return text instanceof String said && !said.isBlank() ? Optional.of(said) : Optional.empty();
    }
}
