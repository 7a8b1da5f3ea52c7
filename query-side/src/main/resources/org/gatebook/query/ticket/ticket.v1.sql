CREATE TABLE ticket (
    id                  bigint PRIMARY KEY,
    order_id            bigint NOT NULL,
    organizer           text NOT NULL,
    event               text NOT NULL,
    secret              text NOT NULL,
    pseudonymization_id text NOT NULL,
    item                bigint NOT NULL,
    variation           bigint,
    subevent            bigint,
    addon_to            bigint,
    valid_from          timestamptz,
    valid_until         timestamptz,
    blocks              text[] NOT NULL,
    canceled            boolean NOT NULL,
    checkins            text NOT NULL,
    shown               text NOT NULL,
    position            bigint NOT NULL
) WITH (fillfactor = 70, toast_tuple_target = 8160);

CREATE INDEX ticket_by_secret ON ticket (secret, organizer);
CREATE INDEX ticket_by_pseudonymization_id ON ticket (pseudonymization_id, organizer);
CREATE INDEX ticket_of_order ON ticket (order_id);
