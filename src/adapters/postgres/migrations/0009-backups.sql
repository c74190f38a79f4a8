-- Every backup that may still exist: a row is there before its backup is begun and until it has expired. What is disposed
-- of is gone for good when the last of them has.
create table handover.backups (
  id bytea primary key check (octet_length(id) = 16),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  folder_note text not null,
  -- How many entries the log had: batches that every living backup already holds are not needed to bring one forward.
  log_size bigint not null
);
grant select on handover.backups to handover_worker;

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
