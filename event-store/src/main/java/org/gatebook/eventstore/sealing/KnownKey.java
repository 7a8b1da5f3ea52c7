package org.gatebook.eventstore.sealing;

import java.util.Optional;

/**
 * What is known of a subject.
 *
 * @param key empty if it was erased
 */
record KnownKey(Optional<SubjectKey> key) {}
