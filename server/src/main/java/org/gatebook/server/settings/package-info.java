/** What an operator can set: one table, read once at start into one typed record. */
@NullMarked
package org.gatebook.server.settings;

import org.jspecify.annotations.NullMarked;
