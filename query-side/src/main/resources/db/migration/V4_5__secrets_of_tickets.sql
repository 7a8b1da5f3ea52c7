-- Whose secret was blocked, so that it can be taken back when the ticket's holder is erased.
alter table ops.blocked_secret add column ticket bigint;
create index blocked_secret_ticket on ops.blocked_secret (ticket);
create index revoked_secret_ticket on ops.revoked_secret (ticket);
