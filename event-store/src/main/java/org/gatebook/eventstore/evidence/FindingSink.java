package org.gatebook.eventstore.evidence;

/** Takes what a check finds. */
@FunctionalInterface
public interface FindingSink {

    /**
     * Takes a finding.
     *
     * @param position of the event, 0 if it is about none
     * @param what the stream or the file
     * @param text what is wrong
     */
    void add(long position, String what, String text);
}
