-- Restores of this installation (ADR 0044). Between the moment that a backup holds and the end of the restore lies a time
-- of which clients may remember what is lost. The same facts are in the log; here they are where queries can use them.
create table ops.restoration (
    -- The backup's id.
    backup    uuid        not null,
    -- Some minutes before the moment that the backup holds: whoever was reading page after page then has seen later things.
    lost_from timestamptz not null,
    -- Null as long as the restore is under way: no server starts meanwhile.
    lost_to   timestamptz,
    begun_at  timestamptz not null default clock_timestamp()
);
