-- The names that a file's item and its bodies have in the store, kept before anything is written under them: a sealing that
-- was cut off and is tried again writes to the same names, and leaves nothing behind that would outlive the item's disposal.
create table handover.kept_names (
  file_id bytea primary key references handover.staged_files on delete cascade,
  item_id bytea not null unique check (octet_length(item_id) = 16),
  blob_id bytea not null unique check (octet_length(blob_id) = 16)
);
grant select, insert on handover.kept_names to handover_worker;
