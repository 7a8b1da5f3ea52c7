/** Who asks, what they may, and where that is declared. */
@NullMarked
package org.gatebook.web.auth;

import org.jspecify.annotations.NullMarked;
