package org.gatebook.api.event;

/**
 * A fact that was decided and stored. Implementations are records below a sealed interface per aggregate, each with an
 * {@link EventName}; they are stored under that name and revision, never under their class name.
 */
public interface DomainEvent {}
