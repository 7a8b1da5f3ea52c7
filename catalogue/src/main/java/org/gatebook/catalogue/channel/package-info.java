/** On which sales channels something is sold. */
@NullMarked
package org.gatebook.catalogue.channel;

import org.jspecify.annotations.NullMarked;
