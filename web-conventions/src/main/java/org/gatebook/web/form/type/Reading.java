package org.gatebook.web.form.type;

/**
 * The circumstances under which a body is read.
 *
 * @param mode what the body is for
 * @param lookups how referred objects are found
 */
public record Reading(Mode mode, Lookups lookups) {

    /** Reading of single values that refer to nothing. */
    public static final Reading PLAIN = new Reading(Mode.CREATE, Lookups.none());
}
