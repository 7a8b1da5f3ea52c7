/** Personal values as ciphertext, and the keys of their subjects. */
@NullMarked
package org.gatebook.eventstore.sealing;

import org.jspecify.annotations.NullMarked;
