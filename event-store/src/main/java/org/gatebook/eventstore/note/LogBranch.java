package org.gatebook.eventstore.note;

/**
 * A branch of a log's evidence. A log that goes on from an older state is another one than the one that was signed behind
 * that state, so its checkpoints have another origin: {@code NAME/restored-1}, then {@code NAME/restored-2} (ADR 0044).
 * Whoever trusts the log's key trusts it for its branches too.
 */
public final class LogBranch {

    private static final String SUFFIX = "/restored-";
    private static final String NUMBER = "[1-9][0-9]{0,5}";

    private LogBranch() {}

    /**
     * The origin of a branch's checkpoints.
     *
     * @param log the name of its first branch, number 0
     */
    public static String name(String log, int number) {
        return number == 0 ? log : log + SUFFIX + number;
    }

    /** Whether this is a branch of the log, or the log itself. */
    static boolean isOf(String log, String name) {
        return name.equals(log)
                || (name.startsWith(log + SUFFIX)
                        && name.substring(log.length() + SUFFIX.length()).matches(NUMBER));
    }

    /** The number of a branch by its name; 0 if that is no name of one. */
    public static int number(String name) {
        int at = name.lastIndexOf(SUFFIX);
        String number = at < 0 ? "" : name.substring(at + SUFFIX.length());
        return number.matches(NUMBER) ? Integer.parseInt(number) : 0;
    }
}
