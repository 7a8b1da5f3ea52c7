/** What a client asked: parameters, body, addresses, preconditions. */
@NullMarked
package org.gatebook.web.request;

import org.jspecify.annotations.NullMarked;
