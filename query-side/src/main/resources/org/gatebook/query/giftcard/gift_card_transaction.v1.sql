CREATE TABLE gift_card_transaction (
    id         bigint PRIMARY KEY,
    card       bigint NOT NULL,
    datetime   timestamptz NOT NULL,
    value      numeric NOT NULL,
    event      text,
    order_code text,
    text       text,
    info       json,
    acceptor   text NOT NULL,
    position   bigint NOT NULL
);

CREATE INDEX gift_card_transaction_of_card ON gift_card_transaction (card, datetime, id);
