-- Evidence keys that are replaced, items that are disposed of, and the backups that outlive both.

-- One change of the evidence identity. `done_through` is the last item whose headers are wrapped anew, in order of id; it
-- moves in the transaction of the event that says so. Written by the owner alone, while the service is stopped.
create table handover.key_rotations (
  -- The new evidence recipient: a rotation that was cut off is found again by it.
  recipient text primary key,
  recipients text[] not null,
  begun_at timestamptz not null,
  staged_done boolean not null default false,
  done_through bytea check (octet_length(done_through) = 16),
  items integer not null default 0,
  finished_at timestamptz
);

-- One row an item, added with the event `item-disposed` and never changed but for the day its headers were gone.
create table handover.disposals (
  item_id bytea primary key references handover.items,
  event_id bytea not null unique references handover.events,
  authority text not null check (length(authority) between 1 and 500),
  reason text not null check (length(reason) between 1 and 2000),
  officer_id text not null references handover.officers,
  decided_at timestamptz not null,
  headers_removed_at timestamptz
);
create index disposals_waiting on handover.disposals (decided_at) where headers_removed_at is null;

-- Copies of the header files and the database that were made for recovery. Whoever makes a backup adds its row first, and
-- never sets a day before which it is not removed.
create table handover.backups (
  id bytea primary key default decode(replace(gen_random_uuid()::text, '-', ''), 'hex'),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at >= made_at)
);

grant select on handover.disposals, handover.backups to handover_police, handover_worker;
grant insert on handover.disposals to handover_police;
grant update (headers_removed_at) on handover.disposals to handover_worker;
