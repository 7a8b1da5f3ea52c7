/** What organizers and events have set, as endpoints and rules ask for it. */
@NullMarked
package org.gatebook.web.settings;

import org.jspecify.annotations.NullMarked;
