package org.gatebook.catalogue.resource;

/**
 * Which memory of the nodes a kind of resource is in. A write to it steps the version of that memory within the same
 * transaction; every request reads the versions first, so that a change on one node holds for the next request on any.
 */
public enum KeptBy {
    /** The directory of credentials, which requests ask before they know an organizer: teams, tokens, devices. */
    DIRECTORY,
    /** The snapshot of its organizer: settings, acceptances, gates. */
    ORGANIZER,
    /** The snapshot of its event: products, quotas, questions, lists. */
    EVENT,
    /** None: what is many and read by key, such as customers and vouchers. */
    NOBODY
}
