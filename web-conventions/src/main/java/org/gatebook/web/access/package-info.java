/** Who comes in: reading credentials, and the order of 401 and 403. */
@NullMarked
package org.gatebook.web.access;

import org.jspecify.annotations.NullMarked;
