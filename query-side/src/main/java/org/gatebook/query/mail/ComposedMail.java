package org.gatebook.query.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it leaves. Texts for its head are one line each, whatever people have called themselves.
 *
 * @param id the same whenever it is sent again, so that who gets it twice can tell: a local part without brackets
 * @param to one address
 * @param senderName under which the server's own address writes
 * @param replyTo null where nobody has said it
 * @param language of its text, for example {@code de}
 * @param text lines end with a line feed
 */
public record ComposedMail(
        String id,
        String to,
        String senderName,
        @Nullable String replyTo,
        String language,
        String subject,
        String text) {

    /** Whom it is to is nobody's business. */
    @Override
    public String toString() {
        return "ComposedMail[" + id + "]";
    }
}
