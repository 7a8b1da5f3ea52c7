-- The log. The order of the columns carries the exact reading rule: defaults are drawn from left to right, so a writer
-- owns a transaction id before it draws a position, and the time is drawn after both.
create schema events;

create sequence events.position_seq as bigint start 1 cache 1;

create table events.event (
    tx             xid8        not null default pg_current_xact_id(),
    position       bigint      not null default nextval('events.position_seq') primary key,
    recorded_at    timestamptz not null default clock_timestamp(),
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

-- The moment before which no event will appear any more: the clock, or the start of the oldest transaction of this
-- database that may have written. The clock is read first: who writes after the scan has passed is later than the clock.
create function events.page_clock() returns timestamptz
language plpgsql volatile as $$
declare
    started timestamptz;
    present timestamptz := clock_timestamp();
begin
    perform pg_stat_clear_snapshot();
    select min(a.xact_start) into started
      from pg_stat_get_activity(null) a
     where a.backend_xid is not null
       and a.datid = (select d.oid from pg_database d where d.datname = current_database());
    return least(present, started);
end $$;

grant usage on schema events to ${application};
grant select on events.event to ${application};
-- Transaction id, position and time come from the database alone.
grant insert (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer, payload, metadata)
    on events.event to ${application};
grant usage, select on events.position_seq to ${application};
