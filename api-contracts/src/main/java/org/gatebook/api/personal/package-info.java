/** Values that belong to a person or open a door, sealed wherever they are stored. */
@NullMarked
package org.gatebook.api.personal;

import org.jspecify.annotations.NullMarked;
