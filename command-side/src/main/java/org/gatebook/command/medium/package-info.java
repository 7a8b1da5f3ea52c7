/** Decides about reusable media: the aggregate, its rules and the ledger of identifiers. */
@NullMarked
package org.gatebook.command.medium;

import org.jspecify.annotations.NullMarked;
