-- Checkpoints that were signed: what was written to the evidence folder, so that a file that is gone or another one is
-- noticed. Like events they are added and never changed.
create table events.checkpoint (
    size        bigint      primary key check (size > 0),
    position    bigint      not null,
    note        text        not null,
    recorded_at timestamptz not null default clock_timestamp()
);
grant select on events.checkpoint to ${application};
grant insert (size, position, note) on events.checkpoint to ${application};
