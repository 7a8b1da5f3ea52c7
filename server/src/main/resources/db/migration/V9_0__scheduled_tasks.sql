-- Jobs that run once, on whichever node: the table that db-scheduler expects.
create table ops.scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_execution_time on ops.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on ops.scheduled_task (last_heartbeat);
