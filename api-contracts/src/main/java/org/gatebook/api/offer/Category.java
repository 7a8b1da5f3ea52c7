package org.gatebook.api.offer;

import org.jspecify.annotations.Nullable;

/**
 * A group of products.
 *
 * @param internalName for the organizer; null if the name serves
 * @param position rank among the categories
 * @param addon whether its products are sold only with other ones
 */
public record Category(long id, Text name, @Nullable String internalName, int position, boolean addon) {}
