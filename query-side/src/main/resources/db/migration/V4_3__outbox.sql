-- Mails that are to be sent, written in the transaction of the events that ask for them (ADR 0033). A row holds nothing of
-- what it says: who gets what is made of the sealed events up to its position whenever it is sent or shown, so that
-- erasing a person erases the mail. Never rebuilt: what was sent was sent.
create table ops.mail (
    id        bigint      primary key default nextval('ops.client_id'),
    -- The event that asks for it.
    position  bigint      not null,
    -- The position whose attendee is written to; null for the buyer.
    line      bigint,
    organizer text        not null,
    event     text        not null,
    order_id  bigint      not null,
    mail      text        not null,
    state     text        not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'dropped')),
    tries     int         not null default 0,
    created   timestamptz not null default clock_timestamp(),
    -- Of a waiting one: not before. Whoever takes it moves this on first, so that it is taken again if he dies.
    due       timestamptz not null default clock_timestamp(),
    settled   timestamptz,
    -- What went wrong the last time, never in the words of a server, which may name people.
    fault     text,
    unique nulls not distinct (position, line)
);
create index mail_due on ops.mail (due) where state = 'waiting';
create index mail_failed on ops.mail (settled) where state = 'failed';
create index mail_of_event on ops.mail (organizer, event, id);
