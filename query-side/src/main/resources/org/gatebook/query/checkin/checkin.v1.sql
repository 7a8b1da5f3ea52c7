-- One row a scan of a ticket, let through or refused; never changed. Positions show their scans from rows of their own: here
-- is what is counted, ordered by and looked for.
CREATE TABLE checkin (
    id         bigint PRIMARY KEY,
    list       bigint NOT NULL,
    ticket     bigint NOT NULL,
    type       text NOT NULL,
    datetime   timestamptz NOT NULL,
    successful boolean NOT NULL,
    nonce      text,
    position   bigint NOT NULL
);

-- Counts of lists read nothing but this index.
CREATE INDEX checkin_of_list ON checkin (list, ticket) INCLUDE (type, datetime) WHERE successful;
CREATE INDEX checkin_of_ticket ON checkin (ticket, list) WHERE successful;
CREATE INDEX checkin_refused ON checkin (ticket, nonce) WHERE NOT successful AND nonce IS NOT NULL;
