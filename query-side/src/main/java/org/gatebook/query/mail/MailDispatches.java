package org.gatebook.query.mail;

import org.springframework.stereotype.Component;

/** Makes what sends mail through a server. */
@Component
public class MailDispatches {

    private final MailDelivery delivery;
    private final OutboxBell bell;

    MailDispatches(MailDelivery delivery, OutboxBell bell) {
        this.delivery = delivery;
        this.bell = bell;
    }

    /** Not started yet. */
    public MailDispatch through(MailServer server) {
        return new MailDispatch(delivery, server, bell);
    }
}
