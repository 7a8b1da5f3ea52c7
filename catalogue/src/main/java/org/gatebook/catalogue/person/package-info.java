/** Names of people in their parts. */
@NullMarked
package org.gatebook.catalogue.person;

import org.jspecify.annotations.NullMarked;
