/** The waiting list: who wants what is not to be had at the moment. */
@NullMarked
package org.gatebook.catalogue.waitinglist;

import org.jspecify.annotations.NullMarked;
