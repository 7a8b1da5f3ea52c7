-- A position may move to another order; each order keeps its own row of it. That of the old order says moved_on, and
-- canceled too, so that nobody counts it there.
CREATE TABLE order_line (
    order_id       bigint NOT NULL,
    id             bigint NOT NULL,
    positionid     integer NOT NULL,
    organizer      text NOT NULL,
    event          text NOT NULL,
    item           bigint NOT NULL,
    variation      bigint,
    subevent       bigint,
    addon_to       bigint,
    voucher        bigint,
    canceled       boolean NOT NULL,
    moved_on       boolean NOT NULL,
    attendee_name  text,
    attendee_email text,
    answers        text,
    seat           bigint,
    document       json NOT NULL,
    shown          text NOT NULL,
    position       bigint NOT NULL,
    PRIMARY KEY (order_id, id)
) WITH (fillfactor = 90, toast_tuple_target = 8160);

-- Counts the positions of an event; those of deleted orders are cancelled ones.
CREATE INDEX order_line_of_event ON order_line (organizer, event) WHERE NOT canceled;
CREATE INDEX order_line_by_id ON order_line (id);
CREATE INDEX order_line_of_subevent ON order_line (subevent, order_id) WHERE subevent IS NOT NULL;
CREATE INDEX order_line_of_voucher ON order_line (voucher) WHERE voucher IS NOT NULL;
CREATE INDEX order_line_of_main_line ON order_line (addon_to) WHERE addon_to IS NOT NULL;
