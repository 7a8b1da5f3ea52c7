/** Orders and positions as clients see them: stored text whose slots are filled for one request. */
@NullMarked
package org.gatebook.query.order.shown;

import org.jspecify.annotations.NullMarked;
