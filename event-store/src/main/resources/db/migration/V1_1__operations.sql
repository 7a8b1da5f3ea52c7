-- What runs the server: everything here may be changed by the application.
create schema if not exists ops;
grant usage on schema ops to ${application};
alter default privileges in schema ops grant select, insert, update, delete on tables to ${application};
alter default privileges in schema ops grant usage, select on sequences to ${application};

-- Every id that clients see.
create sequence ops.client_id as bigint start 100000 cache 1;

-- Versions of supporting data; slug '' is what belongs to no organizer.
create table ops.organizer_version (
    slug    text   primary key,
    version bigint not null
);
create table ops.event_version (
    organizer text   not null,
    slug      text   not null,
    version   bigint not null,
    primary key (organizer, slug)
);

create table ops.read_schema (
    name       text        primary key,
    state      text        not null check (state in ('building', 'active', 'retired')),
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp()
);
create unique index read_schema_active on ops.read_schema (state) where state = 'active';

-- Which forms of which read models a schema holds.
create table ops.read_model (
    read_schema text not null references ops.read_schema on delete cascade,
    name        text not null,
    version     int  not null,
    primary key (read_schema, name)
);

create table ops.claim (
    kind  text not null,
    scope text not null,
    value text not null,
    owner text not null,
    primary key (kind, scope, value)
);

create table ops.idempotency (
    credential_hash text        not null,
    key             text        not null,
    status          int         not null,
    headers         text        not null,
    body            bytea       not null,
    created_at      timestamptz not null default clock_timestamp(),
    primary key (credential_hash, key)
);
create index idempotency_created_at on ops.idempotency (created_at);

create table ops.snapshot (
    aggregate_id text        collate "C" primary key,
    sequence     bigint      not null,
    form         int         not null,
    state        json        not null,
    created_at   timestamptz not null default clock_timestamp()
);

-- Tokens of streaming processors, in the form that Axon's JDBC store expects.
create table ops.token_entry (
    processor_name varchar(255) not null,
    segment        int          not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);

-- Events that a streaming projection could not take: references into the log, because a copy would hold personal values
-- in the open and outlive an erasure.
create table ops.dead_letter (
    processor    text        not null,
    position     bigint      not null,
    aggregate_id text        collate "C" not null,
    cause        text        not null,
    tries        int         not null,
    failed_at    timestamptz not null default clock_timestamp(),
    primary key (processor, position)
);
create index dead_letter_stream on ops.dead_letter (processor, aggregate_id);
