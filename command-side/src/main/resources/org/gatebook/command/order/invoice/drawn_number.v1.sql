-- Numbers of invoices by the events; made for a comparison and dropped after it.
CREATE TABLE drawn_number (
    id        bigint PRIMARY KEY,
    organizer text NOT NULL,
    prefix    text COLLATE "C" NOT NULL,
    number    bigint NOT NULL
);
