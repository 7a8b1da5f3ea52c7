package org.gatebook.query.giftcard;

import java.util.List;

/**
 * Which places in a card's stream its transactions have: all but the first, where it was issued, and those where its terms
 * were changed. So the transaction behind any number of others is found without counting those off.
 *
 * @param termsChanges places of the changes of terms, ascending
 */
record BookingPlaces(List<Long> termsChanges) {

    BookingPlaces {
        termsChanges = List.copyOf(termsChanges);
    }

    /** The place of the transaction that so many others precede, whether or not it was booked yet. */
    long behind(long transactions) {
        long place = transactions + 1;
        for (long other : termsChanges) {
            if (other > place) {
                break;
            }
            place++;
        }
        return place;
    }
}
