/** Where a request came from: trusted proxies, client address, link base, request id. */
@NullMarked
package org.gatebook.web.client;

import org.jspecify.annotations.NullMarked;
