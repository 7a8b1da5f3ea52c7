package org.gatebook.catalogue.subevent;

/**
 * Dates of series by when they are, for lists of what belongs to dates (behaviour notes, orders 5.3). Each is a statement
 * that yields the ids of an organizer's dates; it takes the organizer as {@code :organizer}, and in place of {@code %s}
 * the name of the parameter that holds the moment.
 */
public final class SubeventMoments {

    /** Those that end after a moment, or begin after it if nobody has said when they end. */
    public static final String ENDING_AFTER = """
        select resource.id from ops.resource
        where resource.kind = 'subevent' and resource.organizer = :organizer and not resource.deleted
          and coalesce((resource.document ->> 'date_to')::timestamptz, %1$s) > :%%s
        """.formatted(SubeventFilters.DATE_FROM);

    /** Those that begin before a moment. */
    public static final String BEGINNING_BEFORE = """
        select resource.id from ops.resource
        where resource.kind = 'subevent' and resource.organizer = :organizer and not resource.deleted
          and %1$s < :%%s
        """.formatted(SubeventFilters.DATE_FROM);

    private SubeventMoments() {}
}
