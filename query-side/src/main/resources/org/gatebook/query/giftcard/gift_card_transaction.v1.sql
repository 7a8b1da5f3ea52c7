CREATE TABLE gift_card_transaction (
    id         bigint PRIMARY KEY,
    card       bigint NOT NULL,
    sequence   bigint NOT NULL,
    datetime   timestamptz NOT NULL,
    value      numeric NOT NULL,
    event      text,
    order_code text,
    text       text,
    info       json,
    acceptor   text NOT NULL,
    position   bigint NOT NULL
);

-- Lists are read by place in the card's stream: a page deep in a long one costs what the first does.
CREATE INDEX gift_card_transaction_of_card ON gift_card_transaction (card, sequence);
