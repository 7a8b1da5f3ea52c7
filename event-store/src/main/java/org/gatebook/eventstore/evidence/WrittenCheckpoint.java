package org.gatebook.eventstore.evidence;

/**
 * The newest checkpoint, after it was asked for.
 *
 * @param size how many events it covers
 * @param added how many of them the one before did not
 * @param note its text
 * @param key by which anybody can check it
 */
public record WrittenCheckpoint(long size, long added, String note, String key) {}
