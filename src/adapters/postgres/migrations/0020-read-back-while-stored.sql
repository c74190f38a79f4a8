-- A file that was read back from the store while it was being stored (npx handover seal): what the read-back found. Written by
-- the owner alone, as its row is; sealing then compares it and does not read every body a second time.
alter table handover.stored_files
  add column size_bytes bigint check (size_bytes >= 0),
  add column sha256 bytea check (octet_length(sha256) = 32),
  add column sha512 bytea check (octet_length(sha512) = 64),
  add constraint stored_files_read_back_whole check (num_nulls(size_bytes, sha256, sha512) in (0, 3));
