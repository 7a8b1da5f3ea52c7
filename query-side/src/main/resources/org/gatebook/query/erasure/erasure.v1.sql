-- Erasures; nothing in here is personal.
CREATE TABLE erasure (
    id        bigint PRIMARY KEY,
    organizer text NOT NULL,
    kind      text NOT NULL,
    subject   bigint NOT NULL,
    name      text,
    event     text,
    recorded  timestamptz NOT NULL,
    position  bigint NOT NULL
);

CREATE INDEX erasure_of_organizer ON erasure (organizer, id);
