/** Answers about reusable media: their list, single media, and which one has an identifier. */
@NullMarked
package org.gatebook.query.medium;

import org.jspecify.annotations.NullMarked;
