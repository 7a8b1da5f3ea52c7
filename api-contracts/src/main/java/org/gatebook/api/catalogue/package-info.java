/** What the other modules may know about supporting data: its events, and the questions that decisions and answers ask. */
@NullMarked
package org.gatebook.api.catalogue;

import org.jspecify.annotations.NullMarked;
