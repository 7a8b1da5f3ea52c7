/** Phones and desktop apps that are paired with a check-in list by a key of their own (notes to pretixdroid). */
@NullMarked
package org.gatebook.catalogue.pretixdroid;

import org.jspecify.annotations.NullMarked;
