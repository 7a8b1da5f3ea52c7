-- Units that write enter by plain SQL as well (ADR 0048): the function is for those that have to wait or bring a key.
--
-- A statement sees the active read schema as it was before it came through the gate, and a switch may have ended in
-- between. So each switch has a number, in the row that it makes active and in a sequence, which is read past all
-- snapshots: who came through the gate and finds the two alike has seen the last switch. Set and never drawn, because what
-- is drawn from a sequence may skip some after a crash. A switch that failed after it was numbered leaves them unlike, and
-- everybody enters by the function until the next one: slower, never wrong.
create sequence ops.read_schema_switch as bigint minvalue 0 start 0;
select setval('ops.read_schema_switch', 0);
grant update on sequence ops.read_schema_switch to ${application};

alter table ops.read_schema add column switch bigint not null default 0;

-- As before: a moment that is no later is published before the time is drawn, as the key of a shared lock. Now for each
-- event and not once in a transaction, which costs less than to remember it: a function of one expression becomes part of
-- the statement. Nobody takes these locks alone, so trying always succeeds.
create or replace function events.recording() returns timestamptz
language sql volatile
return case
    when pg_try_advisory_xact_lock_shared(
        1195656264, mod(floor(extract(epoch from clock_timestamp()) * 1000), 2147483648)::int)
    then clock_timestamp()
end;
