-- Resumable uploads of the open route: a staged file whose segments arrive over several requests.
--
-- `offset_bytes` is what was acknowledged: it moves in the transaction that stores a segment, so it is always the end of
-- one. `writer` is the token of the one request that may move it: a newer request takes the upload over, and the older
-- one's next write finds that it no longer holds it. Nothing waits for a lock. `state` is a note sealed under the
-- visitor's key (docs/formats/resumable-upload.md); this database cannot read it.

alter table handover.staged_files
  add column length_bytes bigint check (length_bytes between 1 and 68719476736),
  add column offset_bytes bigint not null default 0 check (offset_bytes >= 0),
  add column state bytea check (octet_length(state) <= 131072),
  add column writer bytea check (octet_length(writer) = 16),
  -- When its newest byte came: what is still going on is not given up.
  add column touched_at timestamptz not null default now(),
  add check (length_bytes is null or offset_bytes <= length_bytes);

create function public_door.begin_upload(p_draft bytea, p_file bytea, p_length bigint, p_state bytea) returns void
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  perform public_door.begin_file(p_draft, p_file);
  update staged_files set length_bytes = p_length, state = p_state where id = p_file;
end $$;

create function public_door.find_upload(p_draft bytea, p_file bytea)
returns table (length_bytes bigint, offset_bytes bigint, segments integer, state bytea, complete boolean)
language sql security definer set search_path = handover, pg_temp as $$
  select f.length_bytes, f.offset_bytes, (select count(*)::integer from staged_segments s where s.file_id = f.id), f.state,
    f.completed_at is not null
  from staged_files f where f.id = p_file and f.draft_id = p_draft and f.length_bytes is not null
$$;

-- The newest request is the writer from now on.
create function public_door.take_upload(p_draft bytea, p_file bytea, p_writer bytea) returns void
language sql security definer set search_path = handover, pg_temp as $$
  update staged_files set writer = p_writer where id = p_file and draft_id = p_draft and completed_at is null
$$;

-- Compare-and-swap: one segment, the new offset and the new state, or nothing. False when another request took the
-- upload over or moved it.
create function public_door.append_upload(p_draft bytea, p_file bytea, p_writer bytea, p_offset bigint, p_length bigint, p_body bytea, p_state bytea)
returns boolean
language plpgsql security definer set search_path = handover, pg_temp as $$
declare v_n integer;
begin
  if (select storage_low from force_settings) then raise exception 'storage is low' using errcode = '53100'; end if;
  update staged_files set offset_bytes = p_offset + p_length, state = p_state, touched_at = now()
    where id = p_file and draft_id = p_draft and completed_at is null and writer = p_writer and offset_bytes = p_offset and p_length > 0;
  if not found then return false; end if;
  select coalesce(max(n) + 1, 0) into v_n from staged_segments where file_id = p_file;
  insert into staged_segments (file_id, n, body) values (p_file, v_n, p_body);
  return true;
end $$;

-- A new state at the same offset, such as a list of fingerprints that came before the first byte.
create function public_door.keep_upload_state(p_draft bytea, p_file bytea, p_offset bigint, p_state bytea) returns boolean
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  update staged_files set state = p_state
    where id = p_file and draft_id = p_draft and completed_at is null and offset_bytes = p_offset and length_bytes is not null;
  return found;
end $$;

grant execute on function public_door.begin_upload(bytea, bytea, bigint, bytea), public_door.find_upload(bytea, bytea),
  public_door.take_upload(bytea, bytea, bytea),
  public_door.append_upload(bytea, bytea, bytea, bigint, bigint, bytea, bytea),
  public_door.keep_upload_state(bytea, bytea, bigint, bytea) to handover_public;
