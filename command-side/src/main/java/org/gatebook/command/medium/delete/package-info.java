/** Media are never deleted, and clients are told so. */
@NullMarked
package org.gatebook.command.medium.delete;

import org.jspecify.annotations.NullMarked;
