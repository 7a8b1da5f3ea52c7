-- What the events say about claims; made for a comparison and dropped after it. A value that was erased is empty.
CREATE TABLE IF NOT EXISTS rebuilt_claim (
    owner text NOT NULL,
    kind  text NOT NULL,
    scope text NOT NULL,
    value text NOT NULL,
    held  boolean NOT NULL,
    PRIMARY KEY (owner, kind, scope, value)
);
