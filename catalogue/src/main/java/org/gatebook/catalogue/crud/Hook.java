package org.gatebook.catalogue.crud;

/** What a resource does with a write before it is stored: defaults, rules about several resources, made values. */
@FunctionalInterface
public interface Hook {

    /**
     * Sets what is missing and complains about what is wrong.
     *
     * @throws org.gatebook.web.error.Rejected with the answer when the write must not be
     */
    void before(Change change);
}
