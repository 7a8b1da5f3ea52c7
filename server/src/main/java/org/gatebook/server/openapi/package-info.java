/** The description of the API, made from what the endpoints declare. */
@NullMarked
package org.gatebook.server.openapi;

import org.jspecify.annotations.NullMarked;
