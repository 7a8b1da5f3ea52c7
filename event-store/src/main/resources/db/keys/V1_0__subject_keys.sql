-- Keys of subjects, wrapped by the master key. A row without a key is a subject that was erased: it never gets another.
create table keys.subject_key (
    subject    text        collate "C" primary key,
    wrapped    bytea,
    created_at timestamptz not null default clock_timestamp(),
    erased_at  timestamptz
);

grant usage on schema keys to ${application};
grant select, insert, update on keys.subject_key to ${application};
