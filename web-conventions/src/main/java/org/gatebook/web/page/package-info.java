/** Pages of a list: which one is asked for, the links to its neighbours, which keys a client wants to see. */
@NullMarked
package org.gatebook.web.page;

import org.jspecify.annotations.NullMarked;
