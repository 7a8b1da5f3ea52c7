/** Layouts of printed badges and tickets, as far as apps ask for them. */
@NullMarked
package org.gatebook.catalogue.printing;

import org.jspecify.annotations.NullMarked;
