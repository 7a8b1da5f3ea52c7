/** The reference is written in Python; what its language does to numbers, texts and moments shows in the answers, and is kept here. */
@NullMarked
package org.gatebook.web.form.python;

import org.jspecify.annotations.NullMarked;
