/** What of an offer has been ordered and therefore must stay. */
@NullMarked
package org.gatebook.query.order.use;

import org.jspecify.annotations.NullMarked;
