-- The spine: drafts and the public door, submissions and items, the event chain and the log's outbox,
-- readings, the desk, bundles, audit.
--
-- Walls: handover_public may execute the functions of schema public_door and nothing else.
-- handover_police reads case state and adds audit rows and events; it cannot change an event, an item or an
-- audit row. handover_worker seals and reads. handover_sequencer sees commitments only.

do $$
begin
  if not exists (select from pg_roles where rolname = 'handover_public') then create role handover_public nologin; end if;
  if not exists (select from pg_roles where rolname = 'handover_police') then create role handover_police nologin; end if;
  if not exists (select from pg_roles where rolname = 'handover_worker') then create role handover_worker nologin; end if;
  if not exists (select from pg_roles where rolname = 'handover_sequencer') then create role handover_sequencer nologin; end if;
end $$;

revoke all on schema public from public;
do $$ begin execute format('revoke all on database %I from public', current_database()); end $$;
do $$ begin execute format('grant connect on database %I to handover_public, handover_police, handover_worker, handover_sequencer', current_database()); end $$;

create schema handover;
create schema public_door;
alter default privileges revoke execute on functions from public;

-- ---------------------------------------------------------------------------------------------------------
-- The force and its settings. One row.
create table handover.force_settings (
  singleton boolean primary key default true check (singleton),
  force_name text not null,
  reference_prefix text not null check (reference_prefix ~ '^[A-Z]{2}$'),
  desk_staffed text not null default '',
  demo boolean not null default false,
  -- Set by the worker when the disk runs low; the public door then refuses new bytes before PostgreSQL is at the wall.
  storage_low boolean not null default false
);

-- ---------------------------------------------------------------------------------------------------------
-- Before submission. Everything here is sealed under the visitor's key, or to the evidence recipient.
create table handover.drafts (
  id bytea primary key check (octet_length(id) = 32),
  sealed bytea not null check (octet_length(sealed) <= 1048576),
  version bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table handover.staged_files (
  id bytea primary key check (octet_length(id) = 16),
  draft_id bytea not null references handover.drafts on delete cascade,
  segments integer,
  meta bytea,
  begun_at timestamptz not null default now(),
  completed_at timestamptz
);
create index staged_files_by_draft on handover.staged_files (draft_id);

create table handover.staged_segments (
  file_id bytea not null references handover.staged_files on delete cascade,
  n integer not null check (n between 0 and 4095),
  body bytea not null check (octet_length(body) <= 17825792),
  primary key (file_id, n)
);
-- Segments are ciphertext: compressing them only costs time.
alter table handover.staged_segments alter column body set storage external;

-- ---------------------------------------------------------------------------------------------------------
create sequence handover.reference_numbers;

create table handover.submissions (
  id bytea primary key check (octet_length(id) = 16),
  reference text not null unique,
  draft_id bytea not null unique,
  state text not null check (state in ('received', 'sealed')),
  submitter_type text not null,
  received_at timestamptz not null,
  sealed_at timestamptz,
  box_id bytea not null unique check (octet_length(box_id) = 32),
  box_recipient text not null,
  stage text not null default 'new' check (stage in ('new', 'triage', 'assessment', 'decision', 'investigation', 'closed')),
  allocated_to text
);
create index submissions_unsealed on handover.submissions (received_at) where state = 'received';

create table handover.submission_files (
  submission_id bytea not null references handover.submissions,
  number integer not null,
  file_id bytea not null unique references handover.staged_files,
  primary key (submission_id, number)
);

create table handover.box_letters (
  box_id bytea not null references handover.submissions (box_id),
  n integer not null,
  body bytea not null,
  written_at timestamptz not null default now(),
  primary key (box_id, n)
);

create table handover.danger_reports (
  id bytea primary key default decode(replace(gen_random_uuid()::text, '-', ''), 'hex'),
  draft_id bytea not null unique,
  happening text[] not null,
  what text not null,
  where_text text not null,
  who text not null,
  safe_number text not null,
  may_ring boolean not null,
  given_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  taken_by text,
  taken_at timestamptz,
  closed_at timestamptz,
  incident_number text,
  closing_reason text,
  check ((closed_at is null) = (incident_number is null and closing_reason is null))
);

-- ---------------------------------------------------------------------------------------------------------
create table handover.items (
  id bytea primary key check (octet_length(id) = 16),
  submission_id bytea not null references handover.submissions,
  number integer not null,
  kind text not null check (kind in ('chat', 'account', 'fingerprints')),
  source_class text not null,
  name text not null,
  size_bytes bigint not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  sha512 bytea not null check (octet_length(sha512) = 64),
  facts bytea not null,
  facts_salt bytea not null check (octet_length(facts_salt) = 32),
  blob_id bytea not null unique check (octet_length(blob_id) = 16),
  segments integer not null,
  extract_of text,
  sealed_at timestamptz not null,
  unique (submission_id, number)
);

-- One continuity event. `body` is the canonical bytes that were committed to; the columns beside it only index them.
create table handover.events (
  id bytea primary key check (octet_length(id) = 16),
  type text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  submission_id bytea references handover.submissions,
  submission_n integer check (submission_n > 0),
  case_id bytea,
  case_n integer check (case_n > 0),
  body bytea not null,
  salt bytea not null check (octet_length(salt) = 32),
  commitment bytea not null unique check (octet_length(commitment) = 32),
  unique (submission_id, submission_n),
  unique (case_id, case_n),
  check ((submission_id is null) = (submission_n is null)),
  check ((case_id is null) = (case_n is null))
);

-- The outbox and, once log_index is set, the index of the log. Chosen by `log_index is null`, never by a remembered id.
create table handover.log_entries (
  commitment bytea primary key references handover.events (commitment),
  queued_at timestamptz not null default now(),
  -- Orders a batch so that a chain stands in the log in its own order; never remembered as "done up to here".
  queue_place bigint generated always as identity,
  log_index bigint unique,
  logged_at timestamptz
);
create index log_entries_waiting on handover.log_entries (queue_place) where log_index is null;

-- The signed head: the lock of the log. Compare-and-swap on checkpoint.
create table handover.log_head (
  singleton boolean primary key default true check (singleton),
  origin text not null,
  size bigint not null,
  root bytea not null check (octet_length(root) = 32),
  checkpoint text not null,
  signed_at timestamptz not null
);

create table handover.published_checkpoint (
  singleton boolean primary key default true check (singleton),
  checkpoint text not null,
  published_at timestamptz not null
);

-- ---------------------------------------------------------------------------------------------------------
create table handover.readings (
  id bytea primary key check (octet_length(id) = 16),
  item_id bytea not null references handover.items,
  state text not null check (state in ('reading', 'read', 'refused', 'failed')),
  reader text not null,
  format text,
  reason text,
  messages integer not null default 0,
  -- The first line of the reading (JSON), and counts of messages by day and speaker for the strip chart (JSON).
  summary text,
  days text,
  read_at timestamptz,
  unique (item_id, reader)
);

-- Lines exactly as the reader wrote them. JSON text, not jsonb: jsonb cannot hold U+0000 and reorders keys.
create table handover.reading_lines (
  reading_id bytea not null references handover.readings on delete cascade,
  seq integer not null,
  n integer,
  day date,
  line text not null,
  -- The bytes of the message's span, so that the police process can show them without the evidence identity.
  raw bytea,
  primary key (reading_id, seq)
);
create unique index reading_lines_by_message on handover.reading_lines (reading_id, n) where n is not null;
create index reading_lines_by_day on handover.reading_lines (reading_id, day, n) where n is not null;

-- ---------------------------------------------------------------------------------------------------------
create table handover.officers (
  id text primary key,
  name text not null,
  rank text not null,
  role text not null check (role in ('intake-officer', 'supervisor', 'investigator', 'disclosure-officer', 'deconfliction-officer', 'data-protection-officer', 'auditor', 'statistician', 'administrator')),
  demo boolean not null default false
);
alter table handover.submissions add foreign key (allocated_to) references handover.officers;

create table handover.police_sessions (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  officer_id text not null references handover.officers,
  form_key bytea not null check (octet_length(form_key) = 32),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz
);

-- Who looked at what, or was refused. Inserted before the reply; never changed.
create table handover.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  officer_id text,
  action text not null,
  thing_kind text not null,
  thing_id text not null,
  allowed boolean not null,
  detail text not null default '',
  -- Set once, by the worker, to the minute whose root is in the log.
  minute timestamptz
);
create index audit_unrooted on handover.audit (id) where minute is null;

create table handover.bundles (
  id bytea primary key check (octet_length(id) = 16),
  submission_id bytea not null references handover.submissions,
  state text not null check (state in ('asked', 'building', 'ready', 'failed')),
  asked_by text not null references handover.officers,
  asked_at timestamptz not null default now(),
  name text,
  -- The build order (JSON): a rebuild reads only it and the sealed items.
  build_order text,
  bundle_sha256 bytea,
  event_id bytea references handover.events,
  proof text,
  size_bytes bigint,
  -- The bundle rests as one age file under this key, so that the disk alone holds no evidence in the clear.
  key text,
  failure text,
  ready_at timestamptz
);

-- ---------------------------------------------------------------------------------------------------------
-- The public door.
create function public_door.put_draft(p_id bytea, p_sealed bytea, p_version bigint) returns boolean
language plpgsql security definer set search_path = handover, pg_temp as $$
declare done integer;
begin
  if (select storage_low from force_settings) then raise exception 'storage is low' using errcode = '53100'; end if;
  if p_version = 1 then
    insert into drafts (id, sealed, version) values (p_id, p_sealed, 1) on conflict (id) do nothing;
  else
    update drafts set sealed = p_sealed, version = p_version, updated_at = now() where id = p_id and version = p_version - 1;
  end if;
  get diagnostics done = row_count;
  return done = 1;
end $$;

create function public_door.get_draft(p_id bytea) returns table (sealed bytea, version bigint)
language sql security definer set search_path = handover, pg_temp as $$
  select sealed, version from drafts where id = p_id
$$;

create function public_door.drop_draft(p_id bytea) returns void
language sql security definer set search_path = handover, pg_temp as $$
  delete from drafts d where id = p_id and not exists (select from submissions s where s.draft_id = d.id)
$$;

create function public_door.report_danger(p_draft bytea, p_happening text[], p_words text[], p_may_ring boolean) returns timestamptz
language sql security definer set search_path = handover, pg_temp as $$
  insert into danger_reports as d (draft_id, happening, what, where_text, who, safe_number, may_ring)
  values (p_draft, p_happening, left(p_words[1], 4000), left(p_words[2], 4000), left(p_words[3], 4000), left(p_words[4], 200), p_may_ring)
  on conflict (draft_id) do update set happening = excluded.happening, what = excluded.what, where_text = excluded.where_text,
    who = excluded.who, safe_number = excluded.safe_number, may_ring = excluded.may_ring, changed_at = now()
  returning d.given_at
$$;

create function public_door.begin_file(p_draft bytea, p_file bytea) returns void
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  if (select storage_low from force_settings) then raise exception 'storage is low' using errcode = '53100'; end if;
  -- One visitor cannot fill the disk: at most 40 files a draft.
  if (select count(*) from staged_files where draft_id = p_draft) >= 40 then raise exception 'too many files' using errcode = '54000'; end if;
  insert into staged_files (id, draft_id) values (p_file, p_draft);
end $$;

create function public_door.stage_segment(p_file bytea, p_n integer, p_body bytea) returns void
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  if (select storage_low from force_settings) then raise exception 'storage is low' using errcode = '53100'; end if;
  if not exists (select from staged_files where id = p_file and completed_at is null) then raise exception 'no such file' using errcode = 'P0002'; end if;
  insert into staged_segments (file_id, n, body) values (p_file, p_n, p_body);
end $$;

create function public_door.complete_file(p_file bytea, p_segments integer, p_meta bytea) returns void
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  if (select count(*) from staged_segments where file_id = p_file) <> p_segments then raise exception 'segments missing' using errcode = 'P0002'; end if;
  update staged_files set segments = p_segments, meta = p_meta, completed_at = now() where id = p_file and completed_at is null;
  if not found then raise exception 'no such file' using errcode = 'P0002'; end if;
end $$;

create function public_door.drop_file(p_draft bytea, p_file bytea) returns void
language sql security definer set search_path = handover, pg_temp as $$
  delete from staged_files f where id = p_file and draft_id = p_draft
    and not exists (select from submission_files s where s.file_id = f.id)
$$;

create function public_door.submit(p_draft bytea, p_box bytea, p_recipient text, p_type text, p_files bytea[])
returns table (reference text, received_at timestamptz, again boolean)
language plpgsql security definer set search_path = handover, pg_temp as $$
declare v_id bytea; v_reference text; v_at timestamptz;
begin
  -- The lock makes a form posted twice wait for the first. The draft itself is gone once sealed, so the answer
  -- is looked for after the lock whether or not there still is a draft.
  perform 1 from drafts where id = p_draft for update;
  select s.reference, s.received_at into v_reference, v_at from submissions s where s.draft_id = p_draft;
  if found then return query select v_reference, v_at, true; return; end if;
  if not exists (select from drafts where id = p_draft) then return; end if;
  if (select count(*) from staged_files f where f.draft_id = p_draft and f.completed_at is not null and f.id = any (p_files)) <> cardinality(p_files)
    or cardinality(p_files) = 0 then raise exception 'a file is not complete' using errcode = 'P0002'; end if;
  v_id := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
  v_at := date_trunc('milliseconds', clock_timestamp());
  select f.reference_prefix || to_char(v_at at time zone 'Europe/London', 'YY') || '-' || lpad(nextval('reference_numbers')::text, 6, '0')
    into v_reference from force_settings f;
  insert into submissions (id, reference, draft_id, state, submitter_type, received_at, box_id, box_recipient)
    values (v_id, v_reference, p_draft, 'received', p_type, v_at, p_box, p_recipient);
  insert into submission_files (submission_id, number, file_id)
    select v_id, n, file from unnest(p_files) with ordinality as u (file, n);
  delete from staged_files f where f.draft_id = p_draft and not (f.id = any (p_files));
  perform pg_notify('handover_submitted', '');
  return query select v_reference, v_at, false;
end $$;

create function public_door.read_box(p_box bytea) returns table (reference text, received_at timestamptz, state text, letters bytea[])
language sql security definer set search_path = handover, pg_temp as $$
  select s.reference, s.received_at, s.state,
    coalesce((select array_agg(l.body order by l.n) from box_letters l where l.box_id = s.box_id), '{}')
  from submissions s where s.box_id = p_box
$$;

create function public_door.published_checkpoint() returns text
language sql security definer set search_path = handover, pg_temp as $$
  select checkpoint from published_checkpoint
$$;

create function public_door.force_notice() returns table (force_name text, desk_staffed text, demo boolean)
language sql security definer set search_path = handover, pg_temp as $$
  select force_name, desk_staffed, demo from force_settings
$$;

grant usage on schema public_door to handover_public;
grant execute on all functions in schema public_door to handover_public;

-- ---------------------------------------------------------------------------------------------------------
grant usage on schema handover to handover_police, handover_worker, handover_sequencer;

grant select on handover.force_settings, handover.submissions, handover.danger_reports, handover.items, handover.events,
  handover.log_entries, handover.log_head, handover.readings, handover.reading_lines, handover.officers, handover.bundles to handover_police;
grant select, insert, update on handover.police_sessions to handover_police;
grant insert on handover.audit, handover.bundles, handover.events, handover.log_entries to handover_police;
grant select on handover.audit to handover_police;
grant update (stage, allocated_to) on handover.submissions to handover_police;
grant update (taken_by, taken_at, closed_at, incident_number, closing_reason) on handover.danger_reports to handover_police;

grant select on all tables in schema handover to handover_worker;
grant update (state, sealed_at) on handover.submissions to handover_worker;
grant update (storage_low) on handover.force_settings to handover_worker;
grant insert on handover.items, handover.events, handover.log_entries, handover.box_letters, handover.readings, handover.reading_lines to handover_worker;
grant update (state, format, reason, messages, summary, days, read_at) on handover.readings to handover_worker;
grant delete on handover.reading_lines, handover.staged_segments, handover.staged_files, handover.drafts, handover.submission_files to handover_worker;
grant update (state, name, build_order, bundle_sha256, event_id, proof, size_bytes, key, failure, ready_at) on handover.bundles to handover_worker;
grant update (minute) on handover.audit to handover_worker;

grant select, update (log_index, logged_at) on handover.log_entries to handover_sequencer;
grant select, update on handover.log_head to handover_sequencer;
grant select, insert, update on handover.published_checkpoint to handover_sequencer;
