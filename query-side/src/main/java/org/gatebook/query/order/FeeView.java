package org.gatebook.query.order;

import org.gatebook.api.order.OrderFee;

/** A fee and whether it was taken out again. */
public record FeeView(OrderFee fee, boolean canceled) {}
