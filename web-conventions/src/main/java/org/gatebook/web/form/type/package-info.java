/** What a field's type is: the contract between forms and the kinds of values, and what both need to know of a request. */
@NullMarked
package org.gatebook.web.form.type;

import org.jspecify.annotations.NullMarked;
