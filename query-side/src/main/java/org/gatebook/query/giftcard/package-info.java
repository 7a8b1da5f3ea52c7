/** Answers about gift cards: their list, single cards, and what was booked on them. */
@NullMarked
package org.gatebook.query.giftcard;

import org.jspecify.annotations.NullMarked;
