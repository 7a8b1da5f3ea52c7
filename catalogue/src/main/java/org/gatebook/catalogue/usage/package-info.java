/** What is limited in an event, and what takes it beside orders. */
@NullMarked
package org.gatebook.catalogue.usage;

import org.jspecify.annotations.NullMarked;
