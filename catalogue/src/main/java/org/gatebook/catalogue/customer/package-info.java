/** Customer accounts of organizers. */
@NullMarked
package org.gatebook.catalogue.customer;

import org.jspecify.annotations.NullMarked;
