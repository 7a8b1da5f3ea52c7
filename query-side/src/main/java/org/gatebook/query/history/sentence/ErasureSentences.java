package org.gatebook.query.history.sentence;

import org.gatebook.api.erasure.ErasedSubject;
import org.gatebook.api.erasure.ErasureEvent;
import org.gatebook.api.erasure.ErasureEvent.ErasurePerformed;

/** What erasures did. */
final class ErasureSentences {

    private ErasureSentences() {}

    static String of(ErasureEvent event) {
        return switch (event) {
            case ErasurePerformed e ->
                capital(whom(e.subject())) + " was erased, with " + e.keys().size() + " keys"
                        + (e.kept().isEmpty()
                                ? ""
                                : "; the recipients of " + e.kept().size() + " invoices are kept");
        };
    }

    private static String whom(ErasedSubject subject) {
        return switch (subject.kind()) {
            case ORDER -> "the buyer of order " + subject.name();
            case POSITION -> "the attendee of position " + subject.number();
            case CUSTOMER -> "customer " + subject.name();
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
