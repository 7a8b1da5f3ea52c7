package org.gatebook.query.mail;

/** Takes mails on their way. */
public interface MailServer {

    /** Begins to hand over mails; reaches for the server with the first one. */
    Connection open();

    /** Mails handed over one after the other. */
    interface Connection extends AutoCloseable {

        /**
         * Hands over a mail; when it returns, it is the server's.
         *
         * @throws Undelivered if it is not, as far as we know
         */
        void send(ComposedMail mail) throws Undelivered;

        @Override
        void close();
    }

    /** Why a mail was not taken. */
    enum Cause {
        /** There is no server to talk to, or it wants nothing from us: other mails would fare no better. */
        SERVER,
        /** Not now. */
        FOR_NOW,
        /** Never. */
        FOR_GOOD
    }

    /** A mail was not taken. What the server said is not kept, because servers repeat addresses. */
    final class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;

        private final Cause reason;

        /** @param fault in our own words */
        public Undelivered(Cause reason, String fault) {
            super(fault);
            this.reason = reason;
        }

        /** Whether it may be taken later. */
        public Cause reason() {
            return reason;
        }
    }
}
