/** What the sides say to each other: commands, events, queries, views, refusals and value types. */
@NullMarked
package org.gatebook.api;

import org.jspecify.annotations.NullMarked;
