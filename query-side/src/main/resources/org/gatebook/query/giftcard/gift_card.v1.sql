-- Room in each page keeps a new credit on the page of the old row, without touching an index.
CREATE TABLE gift_card (
    id           bigint PRIMARY KEY,
    issuer       text NOT NULL,
    secret       text,
    issuance     timestamptz NOT NULL,
    value        numeric NOT NULL,
    currency     text NOT NULL,
    testmode     boolean NOT NULL,
    expires      timestamptz,
    conditions   text,
    owner_ticket bigint,
    position     bigint NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX gift_card_of_issuer ON gift_card (issuer, issuance, id);
-- The filter ignores letter case, uniqueness does not: both find their few candidates here.
CREATE INDEX gift_card_by_secret ON gift_card (upper(secret), issuer);
-- A deleted order lets go of the cards that its tickets own.
CREATE INDEX gift_card_by_owner ON gift_card (owner_ticket) WHERE owner_ticket IS NOT NULL;
