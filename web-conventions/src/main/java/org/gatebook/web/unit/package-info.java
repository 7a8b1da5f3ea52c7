/** One request, one transaction: the request unit and what it needs to answer once. */
@NullMarked
package org.gatebook.web.unit;

import org.jspecify.annotations.NullMarked;
