/** With what events sign their tickets. */
@NullMarked
package org.gatebook.catalogue.event.signing;

import org.jspecify.annotations.NullMarked;
