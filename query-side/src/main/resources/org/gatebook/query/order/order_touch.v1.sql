-- When an order or one of its tickets was last touched: narrow, because every scan raises it. Only the placing of an order
-- and the issue of a ticket know whose it is.
CREATE TABLE order_touch (
    id            bigint PRIMARY KEY,
    organizer     text,
    event         text,
    last_modified timestamptz NOT NULL,
    position      bigint NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX order_touch_by_time ON order_touch (organizer, event, last_modified, id);
