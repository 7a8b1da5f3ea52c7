/** Many want what few can have, and hang up, ask again and ask elsewhere: who gets it, and how often it is sold. */
@NullMarked
package org.gatebook.server.race;

import org.jspecify.annotations.NullMarked;
