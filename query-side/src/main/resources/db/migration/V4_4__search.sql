-- Texts are searched for parts, wherever they are in a name: by groups of three letters. Any owner of a database may
-- create this extension, which comes with PostgreSQL. Where it is there already, it moves to where the scripts of read
-- models look for it.
create extension if not exists pg_trgm schema ops;
alter extension pg_trgm set schema ops;
