/** What the sides say to each other about gift cards: commands, events, questions, views and refusals. */
@NullMarked
package org.gatebook.api.giftcard;

import org.jspecify.annotations.NullMarked;
