-- What an event needs to be made again, sealed to the evidence recipients when it is appended. The sequencer, which reads
-- no evidence, copies this ciphertext into the batch that it keeps beside the items, and empties it with the commit.
-- Empty while log_index is null means: appended before this migration, to be sealed at the next start.
alter table handover.log_entries add column sealed bytea not null default '';
alter table handover.log_entries alter column sealed drop default;
alter table handover.log_entries alter column sealed set storage external;
grant update (sealed) on handover.log_entries to handover_sequencer;
