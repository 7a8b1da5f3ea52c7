/** What goes back to the client: status, headers and content, rendered once, before the commit. */
@NullMarked
package org.gatebook.web.answer;

import org.jspecify.annotations.NullMarked;
