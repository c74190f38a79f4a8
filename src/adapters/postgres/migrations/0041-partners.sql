-- Partners: bodies whose systems hand in through the partner interface, without a browser. Only the hash of a key is kept.
-- They are made and ended by whoever keeps the machine (npx handover partner), never by a process.
create table handover.partners (
  name text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 60),
  key_hash bytea not null unique check (octet_length(key_hash) = 32),
  -- What comes with a sandbox key is checked and never handed in.
  is_sandbox boolean not null,
  made_at timestamptz not null default now(),
  ended_at timestamptz
);
grant select on handover.partners to handover_police;

-- Who holds the key with this hash; no row when nobody does any more.
create function public_door.partner(p_key_hash bytea) returns table (name text, is_sandbox boolean)
language sql stable security definer set search_path = handover, pg_temp as $$
  select p.name, p.is_sandbox from partners p where p.key_hash = p_key_hash and p.ended_at is null
$$;
revoke all on function public_door.partner(bytea) from public;
grant execute on function public_door.partner(bytea) to handover_public;
