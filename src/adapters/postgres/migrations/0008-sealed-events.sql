-- What an event needs to be made again, sealed to the evidence recipients when it is appended. The sequencer, which reads
-- no evidence, copies this ciphertext into the batch that it keeps beside the items, and empties it with the commit.
-- Empty while log_index is null means: appended before this migration, to be sealed at the next start.
alter table handover.log_entries add column sealed bytea not null default '';
alter table handover.log_entries alter column sealed drop default;
alter table handover.log_entries alter column sealed set storage external;
grant update (sealed) on handover.log_entries to handover_sequencer;

-- As before, and what was sealed of the batch is now in its file alone.
create or replace function handover.advance_log(p_old text, p_size bigint, p_root bytea, p_checkpoint text, p_at timestamptz, p_entries bytea[])
returns void language plpgsql set search_path = handover, pg_temp as $$
declare v_from bigint; v_moved integer;
begin
  select size into v_from from log_head where checkpoint = p_old for update;
  if not found then raise exception 'the head moved under another hand' using errcode = '40001'; end if;
  if v_from + cardinality(p_entries) <> p_size then raise exception 'the batch does not fit the head' using errcode = '22023'; end if;
  update log_head set size = p_size, root = p_root, checkpoint = p_checkpoint, signed_at = p_at;
  update log_entries e set log_index = v_from + u.n - 1, logged_at = p_at, sealed = ''
    from unnest(p_entries) with ordinality as u (commitment, n)
    where e.commitment = u.commitment and e.log_index is null;
  get diagnostics v_moved = row_count;
  if v_moved <> cardinality(p_entries) then raise exception 'an entry was indexed by another hand' using errcode = '40001'; end if;
end $$;
