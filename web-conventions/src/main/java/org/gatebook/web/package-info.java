/** How the API behaves everywhere: forms, authentication, paging, filters, errors, idempotency and the request unit. */
@NullMarked
package org.gatebook.web;

import org.jspecify.annotations.NullMarked;
