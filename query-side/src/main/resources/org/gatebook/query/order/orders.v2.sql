-- Rows of two to four kilobytes stay in one piece: compressing them would cost each reader more than the space. Room in
-- each page keeps the next version of a row on the page of the old one.
CREATE TABLE orders (
    id                bigint PRIMARY KEY,
    organizer         text NOT NULL,
    event             text NOT NULL,
    code              text NOT NULL,
    status            text NOT NULL,
    testmode          boolean NOT NULL,
    deleted           boolean NOT NULL,
    require_approval  boolean NOT NULL,
    valid_if_pending  boolean NOT NULL,
    email             text,
    locale            text NOT NULL,
    customer          text,
    sales_channel     text NOT NULL,
    datetime          timestamptz NOT NULL,
    expires           timestamptz NOT NULL,
    comment           text NOT NULL,
    invoice_name      text NOT NULL,
    invoice_company   text NOT NULL,
    checkin_attention boolean NOT NULL,
    checkin_text      text,
    providers         text[] NOT NULL,
    document          json NOT NULL,
    shown             text NOT NULL,
    placed_at         bigint NOT NULL,
    position          bigint NOT NULL
) WITH (fillfactor = 80, toast_tuple_target = 8160);

CREATE INDEX orders_by_code ON orders (organizer, code);
-- Counting goes on from a position up to which everything was counted before.
CREATE INDEX orders_by_placing ON orders (organizer, event, placed_at) WHERE NOT deleted;
CREATE INDEX orders_by_placing_of_organizer ON orders (organizer, placed_at) WHERE NOT deleted;
CREATE INDEX orders_deleted ON orders (organizer, event, position) WHERE deleted;
-- The default order of lists.
CREATE INDEX orders_of_event ON orders (organizer, event, datetime, id DESC) WHERE NOT deleted;
CREATE INDEX orders_of_organizer ON orders (organizer, datetime, id DESC) WHERE NOT deleted;
-- Counts the orders of a state, and leads to their pages.
CREATE INDEX orders_by_status ON orders (organizer, event, status, datetime, id DESC) WHERE NOT deleted;
CREATE INDEX orders_by_email ON orders (organizer, upper(email)) WHERE email IS NOT NULL AND NOT deleted;
CREATE INDEX orders_by_customer ON orders (organizer, customer) WHERE customer IS NOT NULL AND NOT deleted;
-- What may expire by itself: few of all orders, the oldest terms first.
CREATE INDEX orders_by_expiry ON orders (expires, id)
    WHERE status = 'n' AND NOT deleted AND NOT valid_if_pending AND NOT require_approval;
