-- Documents are written once and read as they are handed out.
CREATE TABLE invoice (
    id              bigint PRIMARY KEY,
    order_id        bigint NOT NULL,
    organizer       text NOT NULL,
    event           text NOT NULL,
    order_code      text NOT NULL,
    number          text COLLATE "C" NOT NULL,
    own_number      text NOT NULL,
    is_cancellation boolean NOT NULL,
    refers          text,
    locale          text NOT NULL,
    date            date NOT NULL,
    shown           text NOT NULL,
    position        bigint NOT NULL
);

-- The default order of lists.
CREATE INDEX invoice_of_event ON invoice (organizer, event, number, id);
CREATE INDEX invoice_of_organizer ON invoice (organizer, number, id);
CREATE INDEX invoice_of_order ON invoice (order_id);
-- Search and filters look for numbers without regard to case.
CREATE INDEX invoice_by_number ON invoice (organizer, upper(number));
CREATE INDEX invoice_by_own_number ON invoice (organizer, upper(own_number));
