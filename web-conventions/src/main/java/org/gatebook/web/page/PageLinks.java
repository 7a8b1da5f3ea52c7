package org.gatebook.web.page;

/**
 * Absolute links to other pages of the same list. They keep every parameter, sorted by name, because clients look for
 * their own ones inside; the first page carries no number. Source: the recordings of lists.
 *
 * @param address the address that the client used, encoded, up to and without the question mark
 * @param params its parameters
 */
public record PageLinks(String address, QueryParams params) {

    /** The link to the page of this number. */
    public String page(int number) {
        String query = params.with("page", number == 1 ? null : Integer.toString(number))
                .toSortedQuery();
        return query.isEmpty() ? address : address + "?" + query;
    }
}
