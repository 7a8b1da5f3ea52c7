-- What devices were told about secrets that open no door. Published facts: written once with the events that make them,
-- never rebuilt, because a device keeps the moment of the first row that it saw and asks from there.

-- One row an event and feed. Whoever publishes holds it until the commit, so that number, moment and the order of the
-- commits agree and nothing appears before what was read already.
create table ops.secret_feed (
    organizer text        not null,
    event     text        not null,
    feed      text        not null check (feed in ('revoked', 'blocked')),
    last      bigint      not null,
    stamp     timestamptz not null,
    primary key (organizer, event, feed)
);

create table ops.revoked_secret (
    organizer text        not null,
    event     text        not null,
    -- Counted from 1 within the event, without gaps.
    number    bigint      not null,
    id        bigint      not null default nextval('ops.client_id') unique,
    secret    text        not null,
    ticket    bigint      not null,
    created   timestamptz not null,
    primary key (organizer, event, number)
);
create index revoked_secret_secret on ops.revoked_secret (organizer, secret);
create index revoked_secret_created on ops.revoked_secret (organizer, event, created);

create table ops.blocked_secret (
    organizer text        not null,
    event     text        not null,
    secret    text        not null,
    id        bigint      not null default nextval('ops.client_id') unique,
    -- Of the newest change; numbers of older ones are gone.
    number    bigint      not null,
    blocked   boolean     not null,
    updated   timestamptz not null,
    primary key (organizer, event, secret)
);
create index blocked_secret_updated on ops.blocked_secret (organizer, event, updated);
