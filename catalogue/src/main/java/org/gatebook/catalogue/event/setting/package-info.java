/** What events set for themselves. */
@NullMarked
package org.gatebook.catalogue.event.setting;

import org.jspecify.annotations.NullMarked;
