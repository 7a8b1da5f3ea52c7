package org.gatebook.command.order.usage;

/**
 * A position that somebody wants.
 *
 * @param outsideQuotas whether its voucher blocks a place of its own or may ignore quotas
 */
public record WantedPlace(Product product, boolean outsideQuotas) {}
