package org.gatebook.api.invoice;

import org.jspecify.annotations.Nullable;

/**
 * What a line says about who comes: sealed under the position, so that it can be erased without the rest.
 *
 * @param name null if nobody is named
 * @param text name and answers as they are printed below the product; may be empty
 */
public record InvoiceGuest(@Nullable String name, String text) {}
