/** What buyers and visitors are asked. */
@NullMarked
package org.gatebook.catalogue.question;

import org.jspecify.annotations.NullMarked;
