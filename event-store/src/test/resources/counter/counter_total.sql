create table counter_total (organizer text primary key, total bigint not null, position bigint not null);
