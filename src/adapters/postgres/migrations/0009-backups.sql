-- Of every backup that may still exist (0005): its name, and how many entries the log had. Batches that every living backup
-- already holds are not needed to bring one forward; of one whose size is not known none is removed.
alter table handover.backups
  add column folder_note text not null default '',
  add column log_size bigint not null default 0 check (log_size >= 0);

-- The first entry that a kept batch must hold: entries before it were logged before there were batches, or every living
-- backup holds them. Moved by whoever keeps the machine (npx handover backup, restore, new-log).
create table handover.batch_shelf (
  singleton boolean primary key default true check (singleton),
  kept_from bigint not null check (kept_from >= 0)
);
insert into handover.batch_shelf (kept_from) values (coalesce((select size from handover.log_head), 0));
grant select on handover.batch_shelf to handover_worker;

-- Logs that were closed because what they held could not be made again, and what followed each.
create table handover.closed_logs (
  origin text primary key,
  -- The newest checkpoint of it that anybody held, and the one the database held.
  last_checkpoint text not null,
  database_checkpoint text not null,
  because text not null,
  followed_by text not null,
  closed_at timestamptz not null
);
grant select on handover.closed_logs to handover_worker, handover_police;

-- Where an event stood in a log that is closed, for receipts of that time.
create table handover.closed_log_entries (
  origin text not null references handover.closed_logs,
  log_index bigint not null,
  commitment bytea not null references handover.events (commitment),
  logged_at timestamptz,
  primary key (origin, log_index)
);
grant select on handover.closed_log_entries to handover_worker, handover_police;
