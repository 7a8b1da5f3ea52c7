CREATE TABLE gift_card_terms_change (
    card     bigint NOT NULL,
    sequence bigint NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (card, sequence)
);
