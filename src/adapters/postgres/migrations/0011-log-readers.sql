-- Log readers: witnesses and other bodies that read the log's tiles without a session. Only the hash of a token is kept.
-- They are made and ended by whoever keeps the machine (npx handover log-reader), never by a process.
create table handover.log_readers (
  name text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 60),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  made_at timestamptz not null default now(),
  ended_at timestamptz
);
grant select on handover.log_readers to handover_police;

-- Consistency proofs for the public side, which has no file of the log. A question is two tree sizes and nothing else;
-- the worker answers it from the tiles. The newer size is the published one, so an answer says nothing that is not public.
create table handover.consistency_asks (
  from_size bigint not null check (from_size > 0),
  to_size bigint not null,
  asked_at timestamptz not null default now(),
  -- Lines of base64, each ended by LF; empty for a proof of no hashes.
  proof text,
  primary key (from_size, to_size)
);

-- Null: there is no such proof (nothing published yet, or the old size is larger). A proof of null: not answered yet.
create function public_door.consistency(p_from bigint) returns table (to_size bigint, proof text)
language plpgsql security definer set search_path = handover, pg_temp as $$
declare v_to bigint;
begin
  -- The second line of a checkpoint is the tree size (C2SP tlog-checkpoint).
  select split_part(checkpoint, E'\n', 2)::bigint into v_to from published_checkpoint;
  if v_to is null or p_from < 1 or p_from > v_to then return; end if;
  if not exists (select from consistency_asks a where a.from_size = p_from and a.to_size = v_to) then
    -- Nobody can fill the disk with questions: the worker clears those of older checkpoints.
    if (select count(*) from consistency_asks a) >= 5000 then raise exception 'too many questions' using errcode = '53400'; end if;
    insert into consistency_asks (from_size, to_size) values (p_from, v_to) on conflict do nothing;
  end if;
  return query select a.to_size, a.proof from consistency_asks a where a.from_size = p_from and a.to_size = v_to;
end $$;
grant execute on function public_door.consistency(bigint) to handover_public;
grant select, delete, update (proof) on handover.consistency_asks to handover_worker;
