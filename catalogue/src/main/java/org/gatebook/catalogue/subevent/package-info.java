/** The dates of a series. */
@NullMarked
package org.gatebook.catalogue.subevent;

import org.jspecify.annotations.NullMarked;
