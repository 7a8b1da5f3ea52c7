/** Which organizers accept whose gift cards and media. */
@NullMarked
package org.gatebook.catalogue.acceptance;

import org.jspecify.annotations.NullMarked;
