package org.gatebook.api.order.change;

import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderId;

/** The names of the order into which positions are split off, both claimed by whoever made them. */
public record SplitInto(OrderId order, OrderCode code) {}
