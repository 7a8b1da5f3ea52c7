-- Files that clients have sent ahead. What is needed beyond a day has keepers; the rest a job deletes.
create table ops.uploaded_file (
    id         uuid        primary key,
    -- Who sent it and may refer to it: kind and number of the credential.
    sender     text        not null,
    name       text        not null,
    media_type text        not null,
    content    bytea       not null,
    keepers    integer     not null default 0,
    expires_at timestamptz not null
);
create index uploaded_file_expires on ops.uploaded_file (expires_at) where keepers <= 0;
