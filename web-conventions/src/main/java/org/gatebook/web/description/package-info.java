/** What endpoints say of their requests, for the description of the API. */
@NullMarked
package org.gatebook.web.description;

import org.jspecify.annotations.NullMarked;
