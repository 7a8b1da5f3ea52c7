drop function ops.count_usage(text, text, bigint, bigint, text[], bigint[], bigint[], bigint[]);

-- As before; but what is in the way ends the transaction as a collision (serialization_failure), so that the commit can
-- travel right behind and a hot counter is locked for no round trip.
create function ops.count_usage(
    p_organizer text, p_event text, p_version bigint, p_kept bigint,
    p_kinds text[], p_ids bigint[], p_changes bigint[], p_limits bigint[])
returns void
language plpgsql volatile as $$
declare
    version bigint := 0;
    kept bigint := 0;
    in_the_way text;
begin
    perform pg_advisory_xact_lock_shared(1195656265, hashtext(p_organizer || '/' || p_event));
    select v.version, v.kept into version, kept
      from ops.event_version v where v.organizer = p_organizer and v.slug = p_event;
    if coalesce(version, 0) <> p_version then
        in_the_way := 'the catalogue of ' || p_organizer || '/' || p_event;
    elsif coalesce(kept, 0) <> p_kept then
        in_the_way := 'what is kept of ' || p_organizer || '/' || p_event;
    else
        for i in 1 .. cardinality(p_ids) loop
            if p_changes[i] <= p_limits[i] is not false then
                insert into ops.usage_counter as c (kind, id, used) values (p_kinds[i], p_ids[i], p_changes[i])
                on conflict (kind, id) do update set used = c.used + excluded.used
                 where c.used + excluded.used <= p_limits[i] is not false;
                continue when found;
            end if;
            in_the_way := p_kinds[i] || ' ' || p_ids[i];
            exit;
        end loop;
    end if;
    if in_the_way is not null then
        raise exception using
            errcode = 'serialization_failure',
            message = 'changed between decision and counting: ' || in_the_way;
    end if;
end $$;
