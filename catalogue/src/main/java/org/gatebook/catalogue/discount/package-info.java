/** Discounts that apply by themselves. */
@NullMarked
package org.gatebook.catalogue.discount;

import org.jspecify.annotations.NullMarked;
