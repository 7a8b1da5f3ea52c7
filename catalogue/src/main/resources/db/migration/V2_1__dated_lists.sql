-- When anything in a list last changed, deletions included: asked by every client that has the list already.
create index resource_changed on ops.resource (kind, organizer, event, changed_at) where event is not null;
