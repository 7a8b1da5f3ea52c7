package org.gatebook.catalogue.question;

import org.gatebook.catalogue.resource.Owner;

/** Who knows whether a question was ever answered; answers are not the catalogue's. */
public interface QuestionUse {

    /** Whether any order holds an answer to this question. */
    boolean isAnswered(Owner event, long question);
}
