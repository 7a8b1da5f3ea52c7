create table counter_raise (counter text not null, sequence bigint not null, by bigint not null, position bigint not null, primary key (counter, sequence));
