-- What does not go on, so that people see it: a process that keeps stopping, a submission that cannot be sealed yet, and
-- a failed reading that an officer asked for again.

-- Written by the supervisor, as the owner. A row stands as long as its process does not serve.
create table handover.process_troubles (
  role text primary key,
  since timestamptz not null,
  reason text not null
);
grant select on handover.process_troubles to handover_police;

-- A submission whose sealing was tried and put off, for a reason outside of it. Gone once it is sealed or refused.
create table handover.seal_delays (
  submission_id bytea primary key references handover.submissions,
  reason text not null,
  since timestamptz not null default now()
);
grant select, insert, update, delete on handover.seal_delays to handover_worker;
grant select on handover.seal_delays to handover_police;

-- A failed reading that was asked for again later than it was read is read again.
create table handover.reading_requests (
  reading_id bytea not null references handover.readings,
  asked_by text not null references handover.officers,
  asked_at timestamptz not null default clock_timestamp(),
  primary key (reading_id, asked_at)
);
grant select on handover.reading_requests to handover_worker;
grant select, insert on handover.reading_requests to handover_police;

-- What the summary and the counts by day of a reading leave out, so that no page grows with a hostile chat (JSON).
alter table handover.readings add column left_out text;
-- Attempts that never came to an end: a reading that ends the worker each time must not do so for ever.
alter table handover.readings add column tries integer not null default 0;
grant update (left_out, tries) on handover.readings to handover_worker;
