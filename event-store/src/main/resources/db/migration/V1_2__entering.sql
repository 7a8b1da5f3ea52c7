-- The opening statement of a unit that may write. Volatile, so that each statement inside has a snapshot of its own:
-- what is read after the wait at the gate is what the switch that closed it has left.
create function ops.enter(
    p_organizer text, p_event text, p_credential text, p_key text,
    out present timestamptz, out client_id bigint,
    out directory_version bigint, out organizer_version bigint, out event_version bigint,
    out read_schema text, out key_state text, out status int, out headers text, out body bytea)
language plpgsql volatile as $$
begin
    -- The append gate: units share it, a switch of the read schema takes it alone.
    perform pg_advisory_xact_lock_shared(1195656263, 1);
    select s.name,
           coalesce((select v.version from ops.organizer_version v where v.slug = ''), 0),
           coalesce((select v.version from ops.organizer_version v where v.slug = p_organizer), 0),
           coalesce((select v.version from ops.event_version v where v.organizer = p_organizer and v.slug = p_event), 0)
      into read_schema, directory_version, organizer_version, event_version
      from ops.read_schema s where s.state = 'active';
    if read_schema is not null and current_setting('search_path') is distinct from read_schema then
        perform set_config('search_path', read_schema, false);
    end if;
    client_id := nextval('ops.client_id');
    present := clock_timestamp();
    key_state := 'none';
    if p_key is not null then
        if pg_try_advisory_xact_lock(hashtextextended(p_credential || ' ' || p_key, 0)) then
            select i.status, i.headers, i.body into status, headers, body
              from ops.idempotency i
             where i.credential_hash = p_credential and i.key = p_key
               and i.created_at > present - interval '24 hours';
            key_state := case when found then 'stored' else 'fresh' end;
        else
            key_state := 'busy';
        end if;
    end if;
end $$;

-- The same for units that only read: no gate, no id, no key.
create function ops.enter_read(
    p_organizer text, p_event text,
    out present timestamptz,
    out directory_version bigint, out organizer_version bigint, out event_version bigint,
    out read_schema text)
language plpgsql volatile as $$
begin
    select s.name,
           coalesce((select v.version from ops.organizer_version v where v.slug = ''), 0),
           coalesce((select v.version from ops.organizer_version v where v.slug = p_organizer), 0),
           coalesce((select v.version from ops.event_version v where v.organizer = p_organizer and v.slug = p_event), 0)
      into read_schema, directory_version, organizer_version, event_version
      from ops.read_schema s where s.state = 'active';
    if read_schema is not null and current_setting('search_path') is distinct from read_schema then
        perform set_config('search_path', read_schema, false);
    end if;
    present := clock_timestamp();
end $$;
