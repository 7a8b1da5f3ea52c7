package org.gatebook.catalogue.question;

import static org.gatebook.catalogue.crud.Fields.rank;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.world.WorldTypes.localized;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.resource.ResourceType.Place;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers to choose from, parts of their question. Their identifiers are unique in the event. */
@Component
final class Options {

    static final String FIELD = "options";

    private static final String KIND = "question_option";
    private static final ResourceType TYPE = ResourceType.declareInside(new Place(QuestionResource.KIND, FIELD), KIND)
            .build();

    private final Identifiers identifiers;

    Options(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    Declaration declaration() {
        return Resource.declareInside(QuestionResource.KIND, FIELD, KIND)
                .id()
                .field(PLAIN, Identifiers.IDENTIFIER)
                .field(PLAIN, Field.required("answer", localized()))
                .field(PLAIN, rank())
                .before(this::identify)
                .ranked();
    }

    /** Says which identifier of options that come with their question is there twice. */
    static @Nullable String twice(List<Parsed> options) {
        Set<String> known = new HashSet<>();
        for (Parsed option : options) {
            String identifier = option.find(Identifiers.IDENTIFIER);
            if (identifier != null && !known.add(identifier)) {
                return taken(identifier);
            }
        }
        return null;
    }

    private void identify(Change option) {
        if (!(option.get("identifier") instanceof String identifier)) {
            option.set("identifier", identifiers.fresh(TYPE, option.owner()));
        } else if (option.touches("identifier") && identifiers.isTaken(TYPE, option.owner(), identifier, option.id())) {
            throw option.refused(option.comesWithWhole() ? FIELD : "identifier", taken(identifier));
        }
    }

    private static String taken(String identifier) {
        return "The identifier \"" + identifier + "\" is already used for a different option.";
    }
}
