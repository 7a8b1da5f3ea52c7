/** The three shapes in which the API says no: an object with a detail, a map of fields, a bare list. */
@NullMarked
package org.gatebook.web.error;

import org.jspecify.annotations.NullMarked;
