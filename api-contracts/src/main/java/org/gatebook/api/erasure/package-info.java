/** What is erased of people, why, and what of them is kept because the law wants it (ADR 0041). */
@NullMarked
package org.gatebook.api.erasure;

import org.jspecify.annotations.NullMarked;
