-- Names and revisions that the log holds, so that a node of another version knows at its start whether it can read it.
create table ops.event_kind (
    name     text        not null,
    revision int         not null,
    first_at timestamptz not null default clock_timestamp(),
    primary key (name, revision)
);
