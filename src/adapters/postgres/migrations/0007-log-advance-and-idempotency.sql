-- One statement moves the head and gives a whole batch its places: one transaction, one round trip, all or nothing.
create function handover.advance_log(p_old text, p_size bigint, p_root bytea, p_checkpoint text, p_at timestamptz, p_entries bytea[])
returns void language plpgsql set search_path = handover, pg_temp as $$
declare v_from bigint; v_moved integer;
begin
  select size into v_from from log_head where checkpoint = p_old for update;
  if not found then raise exception 'the head moved under another hand' using errcode = '40001'; end if;
  if v_from + cardinality(p_entries) <> p_size then raise exception 'the batch does not fit the head' using errcode = '22023'; end if;
  update log_head set size = p_size, root = p_root, checkpoint = p_checkpoint, signed_at = p_at;
  update log_entries e set log_index = v_from + u.n - 1, logged_at = p_at
    from unnest(p_entries) with ordinality as u (commitment, n)
    where e.commitment = u.commitment and e.log_index is null;
  get diagnostics v_moved = row_count;
  if v_moved <> cardinality(p_entries) then raise exception 'an entry was indexed by another hand' using errcode = '40001'; end if;
end $$;
grant execute on function handover.advance_log to handover_sequencer;

-- Strict idempotency: whoever repeats an act whose outcome they never learnt names the same key, and gets the first
-- event instead of a second. Null for events from before there were keys.
alter table handover.events add column idempotency text check (octet_length(idempotency) between 1 and 200);
create unique index events_once on handover.events (actor_kind, actor_id, idempotency);
