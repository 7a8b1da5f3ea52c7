/** Check-in devices and tills: their administration, their pairing, and what they ask about themselves. */
@NullMarked
package org.gatebook.catalogue.device;

import org.jspecify.annotations.NullMarked;
