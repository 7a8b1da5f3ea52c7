/** What an event sells: products, their variations, and what is bought with them. */
@NullMarked
package org.gatebook.catalogue.item;

import org.jspecify.annotations.NullMarked;
