-- db-scheduler's own table, in its own form: when which job runs next, and which process runs it now. Holds no data of
-- an organisation, and is read by the application itself: outside the second wall.
create table shared.job (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index on shared.job (execution_time);
create index on shared.job (last_heartbeat);
grant select, insert, update, delete on shared.job to touchstone_app;
