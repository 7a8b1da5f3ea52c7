package org.gatebook.catalogue.event;

import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.form.type.Relation;

/** Hears of things in an event that are gone, in the transaction that deletes them, and no longer refers to them. */
public interface Referrer {

    /**
     * Something is gone; {@link Referrers} helps to take it out.
     *
     * @param kind one of the relations of {@link EventReferences}
     */
    void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers);
}
