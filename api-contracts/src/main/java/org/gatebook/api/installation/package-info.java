/** What happens to an installation as a whole, of whatever organizer. */
@NullMarked
package org.gatebook.api.installation;

import org.jspecify.annotations.NullMarked;
