/** The kinds of values that fields hold: how each becomes typed, in the exact words of the API when it cannot. */
@NullMarked
package org.gatebook.web.form.kind;

import org.jspecify.annotations.NullMarked;
