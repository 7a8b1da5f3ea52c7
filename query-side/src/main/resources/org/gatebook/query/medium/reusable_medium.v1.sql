CREATE TABLE reusable_medium (
    id                   bigint PRIMARY KEY,
    organizer            text NOT NULL,
    created              timestamptz NOT NULL,
    updated              timestamptz NOT NULL,
    type                 text NOT NULL,
    identifier           text NOT NULL,
    active               boolean NOT NULL,
    expires              timestamptz,
    customer             text,
    linked_orderposition bigint,
    linked_giftcard      bigint,
    info                 json NOT NULL,
    notes                text,
    position             bigint NOT NULL
);

-- Lookup and the filter by identifier. That it is unique is the ledger's business, not this index's: an erased medium
-- has an empty identifier.
CREATE INDEX reusable_medium_by_identifier ON reusable_medium (identifier, type, organizer);
-- The default order, and what devices ask for: everything changed since they last asked.
CREATE INDEX reusable_medium_by_update ON reusable_medium (organizer, updated, id);
CREATE INDEX reusable_medium_by_card ON reusable_medium (linked_giftcard) WHERE linked_giftcard IS NOT NULL;
CREATE INDEX reusable_medium_by_ticket ON reusable_medium (linked_orderposition) WHERE linked_orderposition IS NOT NULL;
CREATE INDEX reusable_medium_by_customer ON reusable_medium (customer) WHERE customer IS NOT NULL;
