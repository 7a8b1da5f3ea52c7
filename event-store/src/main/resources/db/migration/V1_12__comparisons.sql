-- What comparing the read models with the events has found, a row each time.
create table ops.comparison (
    id          bigint generated always as identity primary key,
    ended_at    timestamptz not null default clock_timestamp(),
    position    bigint      not null,
    events      bigint      not null,
    seconds     numeric     not null,
    differing   text[]      not null,
    report      text        not null
);
grant select, insert, delete on ops.comparison to ${application};
