package org.gatebook.catalogue.crud;

import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;

/** How one key of the answer is made of a document. */
@FunctionalInterface
public interface Shown {

    /** The JSON value. */
    @Nullable
    Object of(Document document, LinkBase links);

    /** The field of this name as it is stored. */
    static Shown field(String name) {
        return (document, links) -> document.get(name);
    }
}
