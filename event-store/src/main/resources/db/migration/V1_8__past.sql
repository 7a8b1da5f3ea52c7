-- Where the versions of all rows of the read models are kept, for answers about the past (ADR 0036). The schema is made by
-- the application, anew under the next name whenever the read models it was made for have another form.
create table ops.past_schema (
    name        text        primary key,
    -- Of which read models, in which versions.
    fingerprint text        not null,
    made_at     timestamptz not null default clock_timestamp()
);
create unique index past_schema_one on ops.past_schema ((true));
