package org.gatebook.server.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gatebook.query.mail.ComposedMail;
import org.gatebook.query.mail.MailServer.Cause;
import org.gatebook.query.mail.MailServer.Undelivered;

/** Puts mails into the form in which they travel: plain text and the same as HTML. */
final class Letters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final Session session;
    private final String from;

    Letters(Session session, String from) {
        this.session = session;
        this.from = from;
    }

    MimeMessage of(ComposedMail mail) throws Undelivered {
        try {
            return written(mail);
        } catch (AddressException e) {
            throw new Undelivered(Cause.FOR_GOOD, "nobody can have such an address");
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Undelivered(
                    Cause.FOR_GOOD, "cannot be written: " + e.getClass().getSimpleName());
        }
    }

    private MimeMessage written(ComposedMail mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage letter = new Numbered(session, "<" + mail.id() + from.substring(from.lastIndexOf('@')) + ">");
        letter.setFrom(new InternetAddress(from, mail.senderName(), UTF_8));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        String replyTo = mail.replyTo();
        if (replyTo != null && isAddress(replyTo)) {
            letter.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo, true)});
        }
        letter.setSubject(mail.subject(), UTF_8);
        letter.setHeader("Date", DATE.format(OffsetDateTime.now(ZoneOffset.UTC)));
        letter.setHeader("Content-Language", mail.language().split("-", 2)[0]);
        // Out-of-office machines are not to answer machines (RFC 3834).
        letter.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(mail.text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(HtmlText.of(mail.text(), mail.language()), UTF_8, "html");
        letter.setContent(new MimeMultipart("alternative", plain, html));
        letter.saveChanges();
        return letter;
    }

    /** Organizers may write anything there. */
    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** Keeps its number however often it is written. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
