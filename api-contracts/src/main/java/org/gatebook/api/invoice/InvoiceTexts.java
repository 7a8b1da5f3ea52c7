package org.gatebook.api.invoice;

import org.jspecify.annotations.Nullable;

/**
 * What is printed around the lines, in the document's language.
 *
 * @param payment how it was or is to be paid; may be empty
 * @param stamp a word across the document; null if nothing is to be said, empty on cancellations
 */
public record InvoiceTexts(
        String introductory,
        String additional,
        String payment,
        @Nullable String stamp,
        String footer) {

    /** Those of the document that cancels it: nothing is to be paid there. */
    InvoiceTexts ofCancellation() {
        return new InvoiceTexts(introductory, additional, "", "", footer);
    }
}
