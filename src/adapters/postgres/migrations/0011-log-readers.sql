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
-- the worker answers it from the tiles. An answer is hashes of a tree whose size is public.
create table handover.consistency_asks (
  from_size bigint not null check (from_size > 0),
  to_size bigint not null check (to_size >= from_size),
  asked_at timestamptz not null default now(),
  -- Lines of base64, each ended by LF; empty for a proof of no hashes.
  proof text,
  -- The tiles tell no tree of that size.
  is_none boolean not null default false,
  primary key (from_size, to_size)
);

-- No row: there is no such proof (nothing published yet, or a size that is not published). A proof of null with is_none
-- false: not answered yet.
create function public_door.consistency(p_from bigint, p_to bigint) returns table (proof text, is_none boolean)
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  -- The second line of a checkpoint is the tree size (C2SP tlog-checkpoint).
  if not exists (select from published_checkpoint c where p_from between 1 and p_to and p_to <= split_part(c.checkpoint, E'\n', 2)::bigint)
    then return; end if;
  if not exists (select from consistency_asks a where a.from_size = p_from and a.to_size = p_to) then
    -- Nobody can fill the disk with questions: the worker clears the old ones.
    if (select count(*) from consistency_asks) >= 5000 then raise exception 'too many questions' using errcode = '53400'; end if;
    insert into consistency_asks (from_size, to_size) values (p_from, p_to) on conflict do nothing;
  end if;
  return query select a.proof, a.is_none from consistency_asks a where a.from_size = p_from and a.to_size = p_to;
end $$;
grant execute on function public_door.consistency(bigint, bigint) to handover_public;
grant select, delete, update (proof, is_none) on handover.consistency_asks to handover_worker;
