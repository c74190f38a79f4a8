-- The nightly check of the whole record: one row a run, kept by the worker slice by slice, so that a run goes on after a
-- restart. Faults name things by their ids and references; they hold no submitted words.

create table handover.scrubs (
  id bigint generated always as identity primary key,
  begun_at timestamptz not null,
  last_at timestamptz not null,
  finished_at timestamptz,
  -- Where the next slice begins: a check and its place, both null once the run is finished.
  next_check text,
  next_from text,
  -- Counts of things looked at, by check (JSON object).
  seen text not null,
  fault_count integer not null check (fault_count >= 0),
  -- The first thousand (JSON list of check, where, what).
  faults text not null,
  notes text not null
);

grant select, insert, update on handover.scrubs to handover_worker;
grant select on handover.scrubs to handover_police;
