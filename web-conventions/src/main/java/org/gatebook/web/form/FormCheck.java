package org.gatebook.web.form;

import org.gatebook.web.error.FieldErrorCollector;

/** A rule about several fields, asked when every field by itself is right. */
@FunctionalInterface
public interface FormCheck {

    /** Says what is wrong; nothing when all is well. */
    void check(Parsed parsed, FieldErrorCollector errors);
}
