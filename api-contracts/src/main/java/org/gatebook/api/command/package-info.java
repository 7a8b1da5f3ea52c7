/** What a client asks to happen to one aggregate. */
@NullMarked
package org.gatebook.api.command;

import org.jspecify.annotations.NullMarked;
