/** Events of organizers, as far as other resources refer to them. */
@NullMarked
package org.gatebook.catalogue.event;

import org.jspecify.annotations.NullMarked;
