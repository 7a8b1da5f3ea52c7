package org.gatebook.query.mail;

import java.util.Arrays;
import java.util.List;

/**
 * What became of a mail of the outbox. Statements that look for one of them spell it out: the table's indexes are of mails
 * in one state, and serve no parameter.
 */
enum MailState {
    /** It is to be sent, now or when it is due. */
    WAITING("waiting"),
    /** A server has it. */
    SENT("sent"),
    /** It was given up, and can be begun again with. */
    FAILED("failed"),
    /** Nobody is known any more to whom it could go. */
    DROPPED("dropped");

    private final String code;

    MailState(String code) {
        this.code = code;
    }

    /** The name in the API and in the table. */
    String code() {
        return code;
    }

    /** Those of all of them. */
    static List<String> codes() {
        return Arrays.stream(values()).map(MailState::code).toList();
    }

    /**
     * The one of this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    static MailState ofCode(String code) {
        for (MailState state : values()) {
            if (state.code.equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state " + code);
    }
}
