/** Carts: what somebody keeps from others until it is bought or time is over. */
@NullMarked
package org.gatebook.catalogue.cart;

import org.jspecify.annotations.NullMarked;
