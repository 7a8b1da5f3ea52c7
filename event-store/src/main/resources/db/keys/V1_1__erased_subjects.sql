-- Erased subjects are few among many, and looked for as a whole after a restore.
create index subject_key_erased on keys.subject_key (subject) where wrapped is null;
