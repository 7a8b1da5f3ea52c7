package org.gatebook.web.form;

import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.form.type.Lookups;

/** A rule about several fields that looks things up, asked when every field by itself is right. */
@FunctionalInterface
public interface LookupCheck {

    /** Says what is wrong; nothing when all is well. */
    void check(Parsed parsed, FieldErrorCollector errors, Lookups lookups);
}
