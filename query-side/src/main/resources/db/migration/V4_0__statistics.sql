-- What streaming projections sum up. Days are those of UTC: an organizer may move to another time zone, history may not.
create table ops.event_statistics (
    organizer text   not null,
    day       date   not null,
    name      text   not null,
    count     bigint not null,
    primary key (organizer, day, name)
);

create table ops.gift_card_statistics (
    organizer text    not null,
    day       date    not null,
    currency  text    not null,
    issued    numeric not null,
    loaded    numeric not null,
    spent     numeric not null,
    primary key (organizer, day, currency)
);
