-- Erasures are looked for by every node now and then, and by every start: few among many events.
create index event_erasure on events.event (position) where aggregate_type = 'erasure';

-- Which request an answer belongs to, so that answers about people who were erased are not repeated.
alter table ops.idempotency add column request_id text;
