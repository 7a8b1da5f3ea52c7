-- Supporting data: one row a resource, whatever its kind. The row is the present state; how it came about is in the log.
create table ops.resource (
    kind       text        not null,
    id         bigint      not null,
    organizer  text        not null,
    event      text,
    parent     bigint,
    -- The name in addresses where that is not the id.
    key        text,
    -- The sequence of the newest event of the stream kind:id.
    version    bigint      not null,
    deleted    boolean     not null default false,
    document   jsonb       not null,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (kind, id)
);
create unique index resource_key on ops.resource (kind, organizer, event, parent, key) nulls not distinct
    where key is not null and not deleted;
create index resource_owner on ops.resource (kind, organizer, event, parent, id) where not deleted;

-- Credentials are looked up before anything else is known; no two may have the same token.
create unique index resource_team_token on ops.resource ((document #>> '{token,hash}'))
    where kind = 'team_token' and not deleted;
create unique index resource_device_token on ops.resource ((document #>> '{api_token,hash}'))
    where kind = 'device' and not deleted;
create unique index resource_device_initialization on ops.resource ((document #>> '{initialization_token,hash}'))
    where kind = 'device' and not deleted;

create unique index resource_customer_email on ops.resource (organizer, (document ->> 'email'))
    where kind = 'customer' and not deleted;
create index resource_customer_email_search on ops.resource (organizer, upper((document ->> 'email')))
    where kind = 'customer' and not deleted;
