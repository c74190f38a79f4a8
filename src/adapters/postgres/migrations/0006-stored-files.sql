-- Files whose bodies are in the store before they are sealed (docs/decisions: sealing from a local file). Their staged_files
-- row has no staged_segments; the header of each segment is kept here until the item's own header file is written.
create table handover.stored_files (
  file_id bytea primary key references handover.staged_files on delete cascade,
  blob_id bytea not null unique check (octet_length(blob_id) = 16)
);

create table handover.stored_headers (
  file_id bytea not null references handover.stored_files on delete cascade,
  n integer not null check (n between 0 and 1048575),
  header bytea not null check (octet_length(header) between 1 and 65536),
  primary key (file_id, n)
);

grant select on handover.stored_files, handover.stored_headers to handover_worker;

-- An item that no reader is made for: a video, an image of a device, an archive.
alter table handover.items drop constraint items_kind_check;
alter table handover.items add constraint items_kind_check check (kind in ('chat', 'account', 'fingerprints', 'file'));
