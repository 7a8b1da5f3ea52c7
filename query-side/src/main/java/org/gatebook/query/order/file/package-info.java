/** Ticket files: what may be downloaded, and how it is made. */
@NullMarked
package org.gatebook.query.order.file;

import org.jspecify.annotations.NullMarked;
