/** From method and path to a declared resource: matching, slashes, and what each path requires. */
@NullMarked
package org.gatebook.web.route;

import org.jspecify.annotations.NullMarked;
