/** Reusable media: cards, wristbands and barcodes that stand for a ticket or a gift card. */
@NullMarked
package org.gatebook.api.medium;

import org.jspecify.annotations.NullMarked;
