package org.gatebook.catalogue.question;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalCount;
import static org.gatebook.catalogue.crud.Fields.optionalLocalized;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.catalogue.crud.Fields.positiveRank;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.date;
import static org.gatebook.web.form.kind.Types.decimal;
import static org.gatebook.web.form.world.WorldTypes.localized;

import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.web.filter.Filters;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.springframework.stereotype.Component;

/** The declaration of questions. */
@Component
public final class QuestionResource implements Referrer {

    static final String KIND = "question";

    private final Resource resource;

    public QuestionResource(EventReferences references, Referrers referrers, Options options, QuestionRules rules) {
        Declaration declaration = Resource.declare(KIND, KeptBy.EVENT)
                .id()
                .field(PLAIN, Field.required("question", localized()))
                .field(PLAIN, QuestionRules.TYPE)
                .field(PLAIN, flag("required", false))
                .field(PLAIN, QuestionRules.ITEMS)
                .parts(options.declaration(), rows -> rows.must(Options::twice), true)
                .partsElsewhere(
                        "Updating options via PATCH/PUT is not supported. Please use the dedicated nested endpoint.")
                .field(PLAIN, positiveRank())
                .field(PLAIN, flag("ask_during_checkin", false))
                .field(PLAIN, flag("show_during_checkin", false))
                .field(PLAIN, Identifiers.IDENTIFIER)
                .field(PLAIN, QuestionRules.DEPENDENCY)
                .field(PLAIN, QuestionRules.DEPENDENCY_VALUES)
                .field(PLAIN, flag("hidden", false))
                .input(QuestionRules.FORMER_DEPENDENCY_VALUE)
                .shown(
                        "dependency_value",
                        (question, links) -> question.texts("dependency_values").stream()
                                .findFirst()
                                .orElse(null))
                .field(PLAIN, flag("print_on_invoice", false))
                .field(PLAIN, optionalLocalized("help_text"))
                .field(PLAIN, Field.optional("valid_number_min", decimal(30, 6)).nullable())
                .field(PLAIN, Field.optional("valid_number_max", decimal(30, 6)).nullable())
                .field(PLAIN, Field.optional("valid_date_min", date()).nullable())
                .field(PLAIN, Field.optional("valid_date_max", date()).nullable())
                .field(PLAIN, optionalMoment("valid_datetime_min"))
                .field(PLAIN, optionalMoment("valid_datetime_max"))
                .field(PLAIN, optionalCount("valid_string_length_max"))
                .field(PLAIN, flag("valid_file_portrait", false));
        references.many(declaration, EventReferences.ITEM);
        references.one(declaration, EventReferences.QUESTION);
        this.resource = declaration
                .before(rules::check)
                .afterDelete(question -> referrers.gone(EventReferences.QUESTION, question))
                .filteredBy(
                        Filters.flag("ask_during_checkin", Resource.flag("ask_during_checkin")),
                        Filters.flag("required", Resource.flag("required")),
                        Filters.text("identifier", Resource.column("identifier")))
                .ranked()
                .dated()
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** What the engine stores of a question, options included. */
    public ResourceType type() {
        return resource.type();
    }

    /** What depended on a question that is gone is asked always. */
    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == EventReferences.ITEM) {
            referrers.unlist(resource, QuestionRules.ITEMS.name(), gone.id(), gone.owner());
        } else if (kind == EventReferences.QUESTION) {
            referrers.unset(resource, QuestionRules.DEPENDENCY.name(), gone);
        }
    }
}
