-- How often places of an event were kept for somebody without being sold: in carts, by vouchers. A number of its own, since
-- a step of the version makes every node load the event's catalogue again, and carts are filled all the time.
alter table ops.event_version add column kept bigint not null default 0;

drop function ops.count_usage(text, text, bigint, text[], bigint[], bigint[], bigint[]);

-- As before; and what was kept since the decision (null if it does not matter) is in the way too.
create function ops.count_usage(
    p_organizer text, p_event text, p_version bigint, p_kept bigint,
    p_kinds text[], p_ids bigint[], p_changes bigint[], p_limits bigint[])
returns text
language plpgsql volatile as $$
declare
    version bigint := 0;
    kept bigint := 0;
begin
    perform pg_advisory_xact_lock_shared(1195656265, hashtext(p_organizer || '/' || p_event));
    select v.version, v.kept into version, kept
      from ops.event_version v where v.organizer = p_organizer and v.slug = p_event;
    if coalesce(version, 0) <> p_version then
        return 'the catalogue of ' || p_organizer || '/' || p_event;
    end if;
    if coalesce(kept, 0) <> p_kept then
        return 'what is kept of ' || p_organizer || '/' || p_event;
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
