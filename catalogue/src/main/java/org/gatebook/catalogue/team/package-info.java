/** Teams, what they may do, and their API tokens. */
@NullMarked
package org.gatebook.catalogue.team;

import org.jspecify.annotations.NullMarked;
