package org.gatebook.catalogue.crud;

import org.gatebook.catalogue.resource.Document;
import org.jspecify.annotations.Nullable;

/** What follows a write of a resource, in the same transaction. */
@FunctionalInterface
public interface AfterWrite {

    /**
     * The resource has been written.
     *
     * @param before null when it is new
     */
    void follow(@Nullable Document before, Document after);
}
