/** Erasures and their certificates, as clients read them (ADR 0041). */
@NullMarked
package org.gatebook.query.erasure;

import org.jspecify.annotations.NullMarked;
