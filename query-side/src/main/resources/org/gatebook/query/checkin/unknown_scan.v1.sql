-- Scans of codes that no ticket has, so that a report that is sent again is known.
CREATE TABLE unknown_scan (
    id       bigint PRIMARY KEY,
    list     bigint NOT NULL,
    barcode  text,
    nonce    text,
    position bigint NOT NULL
);

CREATE INDEX unknown_scan_by_nonce ON unknown_scan (list, nonce) WHERE nonce IS NOT NULL;
