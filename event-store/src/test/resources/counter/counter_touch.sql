create table counter_touch (organizer text primary key, raised_at timestamptz not null, position bigint not null);
