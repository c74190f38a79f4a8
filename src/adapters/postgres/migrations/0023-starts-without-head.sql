-- Starts at which the head file, which is kept outside every backup, was not there though the log had entries: nothing outside
-- the data then said how new the data is. Stated at the record check for good, since nobody can make up for it later.
create table handover.starts_without_head (
  started_at timestamptz primary key,
  -- Entries the log had; null where it could not be compared.
  entries bigint
);
grant select on handover.starts_without_head to handover_police;
