/** Tax rules of events. */
@NullMarked
package org.gatebook.catalogue.tax;

import org.jspecify.annotations.NullMarked;
