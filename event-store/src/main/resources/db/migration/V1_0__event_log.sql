-- The log. The order of the columns carries the exact reading rule: defaults are drawn from left to right, so a writer
-- owns a transaction id before it draws a position, and the time is drawn after both.
create schema events;

create sequence events.position_seq as bigint start 1 cache 1;

-- The time of an event. Before the first one of a transaction is drawn, a moment that is not later is published: as the
-- key of a shared lock that ends with the transaction, in milliseconds, because others can see keys of locks and little
-- else of a running transaction. A setting that ends with the transaction too remembers that it was done.
create function events.recording() returns timestamptz
language plpgsql volatile as $$
begin
    if current_setting('gatebook.recording', true) is distinct from pg_current_xact_id()::text then
        perform pg_advisory_xact_lock_shared(
            1195656264, mod(floor(extract(epoch from clock_timestamp()) * 1000), 2147483648)::int);
        perform set_config('gatebook.recording', pg_current_xact_id()::text, true);
    end if;
    return clock_timestamp();
end $$;

create table events.event (
    tx             xid8        not null default pg_current_xact_id(),
    position       bigint      not null default nextval('events.position_seq') primary key,
    recorded_at    timestamptz not null default events.recording(),
    event_id       uuid        not null,
    aggregate_type text        not null,
    aggregate_id   text        collate "C" not null,
    sequence       bigint      not null check (sequence >= 0),
    name           text        not null,
    revision       int         not null,
    organizer      text        not null,
    payload        json        not null,
    metadata       json        not null,
    unique (aggregate_id, sequence)
);
create index event_organizer_position on events.event (organizer, position);

-- Notes where the sequence stands, then draws an own transaction id, in this order. As soon as no transaction older than
-- that id runs, every position up to the note is visible or dead. A caller that knows of everything up to the note
-- already spends no transaction id.
create function events.mark(known bigint, out last bigint, out own xid8, out oldest xid8)
language plpgsql volatile as $$
begin
    select case when s.is_called then s.last_value else 0 end into last from events.position_seq s;
    if last > known then
        own := pg_current_xact_id();
        oldest := pg_snapshot_xmin(pg_current_snapshot());
    end if;
end $$;

create function events.oldest_running() returns xid8
language plpgsql volatile as $$
begin
    return pg_snapshot_xmin(pg_current_snapshot());
end $$;

-- The moment before which no event will appear any more: the clock, or what the earliest of those that are writing has
-- published. The clock is read first: who publishes after the locks were looked at draws a later time. Who is gone from
-- the locks has committed before, and the next statement sees it. Keys wrap after 24 days, which no transaction lives.
create function events.page_clock() returns timestamptz
language plpgsql volatile as $$
declare
    present timestamptz := clock_timestamp();
    milliseconds bigint := floor(extract(epoch from present) * 1000);
    longest bigint;
begin
    select max(mod(mod(milliseconds - l.objid::bigint, 2147483648) + 2147483648, 2147483648)) into longest
      from pg_locks l
     where l.locktype = 'advisory' and l.classid = 1195656264 and l.objsubid = 2
       and l.database = (select d.oid from pg_database d where d.datname = current_database())
       -- A writer that published after the clock was read is no bound, and would look as if it were 24 days old.
       and mod(mod(milliseconds - l.objid::bigint, 2147483648) + 2147483648, 2147483648) < 2147483648 - 3600000;
    return least(present, to_timestamp((milliseconds - longest) / 1000.0));
end $$;

grant usage on schema events to ${application};
grant select on events.event to ${application};
-- Transaction id, position and time come from the database alone.
grant insert (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer, payload, metadata)
    on events.event to ${application};
grant usage, select on events.position_seq to ${application};
