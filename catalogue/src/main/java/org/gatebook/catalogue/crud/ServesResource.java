package org.gatebook.catalogue.crud;

/**
 * An endpoint of a declared resource. Its handlers called {@code create}, {@code change}, {@code replace} and {@code copy} read the
 * resource's form and the one called {@code list} its parameters, which the description of the API relies on.
 */
public interface ServesResource {

    /** What it serves. */
    Resource resource();
}
