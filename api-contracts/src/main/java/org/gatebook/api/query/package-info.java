/** What a client asks to know. */
@NullMarked
package org.gatebook.api.query;

import org.jspecify.annotations.NullMarked;
