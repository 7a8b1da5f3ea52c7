/** What the use cases of the medium resource share: its form, its answer, and how media come into being. */
@NullMarked
package org.gatebook.command.medium.resource;

import org.jspecify.annotations.NullMarked;
