-- How much of what is limited is taken: places of quotas, uses of vouchers, seats. Rows of a hot sale are updated all the
-- time, so pages keep room for new versions beside the old ones; nothing but the key is indexed.
create table ops.usage_counter (
    kind text   not null,
    id   bigint not null,
    used bigint not null,
    primary key (kind, id)
) with (fillfactor = 50);

-- Counts what a unit has taken and given back; its last statement. Who edits what is counted takes the same lock alone:
-- what was counted before is committed then, and who comes later finds another version and decides again. Volatile, so
-- that the version is read after the wait for the lock. Counters come in the order of their keys, so no two units wait
-- for each other. Answers what was in the way: nothing was counted then, or all of it is to be rolled back.
create function ops.count_usage(
    p_organizer text, p_event text, p_version bigint,
    p_kinds text[], p_ids bigint[], p_changes bigint[], p_limits bigint[])
returns text
language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(1195656265, hashtext(p_organizer || '/' || p_event));
    if p_version <> coalesce((select v.version from ops.event_version v
                               where v.organizer = p_organizer and v.slug = p_event), 0) then
        return 'the catalogue of ' || p_organizer || '/' || p_event;
    end if;
    for i in 1 .. cardinality(p_ids) loop
        if p_changes[i] <= p_limits[i] is not false then
            insert into ops.usage_counter as c (kind, id, used) values (p_kinds[i], p_ids[i], p_changes[i])
            on conflict (kind, id) do update set used = c.used + excluded.used
             where c.used + excluded.used <= p_limits[i] is not false;
            continue when found;
        end if;
        return p_kinds[i] || ' ' || p_ids[i];
    end loop;
    return null;
end $$;
