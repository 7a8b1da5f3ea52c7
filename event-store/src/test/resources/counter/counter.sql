create table counter (id text primary key, value bigint not null, document json not null, position bigint not null, stamp timestamptz not null);
