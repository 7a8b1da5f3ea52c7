/** How often something may be sold. Counting is not done here, only said. */
@NullMarked
package org.gatebook.catalogue.quota;

import org.jspecify.annotations.NullMarked;
