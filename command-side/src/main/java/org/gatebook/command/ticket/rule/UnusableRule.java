package org.gatebook.command.ticket.rule;

/** A rule that has no meaning: an unknown word, or values that cannot be compared. Nobody passes by it. */
final class UnusableRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableRule(String why) {
        super(why, null, false, false);
    }
}
