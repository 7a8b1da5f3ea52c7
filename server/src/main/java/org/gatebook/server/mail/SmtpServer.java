package org.gatebook.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.gatebook.query.mail.ComposedMail;
import org.gatebook.query.mail.MailServer;
import org.gatebook.server.settings.SmtpAddress;
import org.jspecify.annotations.Nullable;

/** Hands mail over by SMTP. */
public final class SmtpServer implements MailServer {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final int CLOSING = 421;
    private static final int FOR_GOOD = 500;

    private final SmtpAddress address;
    private final Letters letters;
    private final Session session;

    /** @param from the address that mail comes from */
    public SmtpServer(SmtpAddress address, String from) {
        this.address = address;
        this.session = Session.getInstance(properties(address));
        this.letters = new Letters(session, from);
    }

    private static Properties properties(SmtpAddress address) {
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(ANSWERING.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(ANSWERING.toMillis()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(address.encrypted()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put(
                "mail.smtp.starttls.required", Boolean.toString(address.needsEncryption() && !address.encrypted()));
        properties.put("mail.smtp.auth", Boolean.toString(address.user() != null));
        return properties;
    }

    @Override
    public Connection open() {
        return new SmtpConnection();
    }

    private final class SmtpConnection implements Connection {

        private @Nullable Transport transport;

        @Override
        public void send(ComposedMail mail) throws Undelivered {
            var letter = letters.of(mail);
            Transport connected = connected();
            try {
                connected.sendMessage(letter, letter.getAllRecipients());
            } catch (MessagingException e) {
                throw undelivered(e);
            }
        }

        private Transport connected() throws Undelivered {
            try {
                if (transport == null || !transport.isConnected()) {
                    close();
                    Transport fresh = session.getTransport("smtp");
                    fresh.connect(address.host(), address.port(), address.user(), address.password());
                    transport = fresh;
                }
                return transport;
            } catch (MessagingException e) {
                throw new Undelivered(
                        Cause.SERVER, "no connection: " + e.getClass().getSimpleName());
            }
        }

        @Override
        public void close() {
            if (transport != null) {
                try {
                    transport.close();
                } catch (MessagingException e) {
                    // It was on its way out anyway.
                }
                transport = null;
            }
        }
    }

    /** The innermost answer counts: that to the sender, to the address, or to all of it. */
    private static Undelivered undelivered(MessagingException failure) {
        Undelivered found = new Undelivered(
                MailServer.Cause.SERVER, "no answer: " + failure.getClass().getSimpleName());
        for (Exception next = failure; next != null; next = next(next)) {
            if (next instanceof SMTPSenderFailedException refused) {
                // That the server does not want our own address is no fault of the mail.
                return new Undelivered(Cause.SERVER, "our address was refused with " + refused.getReturnCode());
            } else if (next instanceof SMTPAddressFailedException refused) {
                found = answered("the address was refused with ", refused.getReturnCode());
            } else if (next instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                found = answered("it was refused with ", refused.getReturnCode());
            }
        }
        return found;
    }

    private static Undelivered answered(String words, int code) {
        Cause cause = code == CLOSING ? Cause.SERVER : code >= FOR_GOOD ? Cause.FOR_GOOD : Cause.FOR_NOW;
        return new Undelivered(cause, words + code);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
