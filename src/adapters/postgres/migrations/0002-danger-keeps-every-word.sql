-- A danger report keeps every version of what was said, and says which others look like it.
--
-- Walls: handover_public still reaches all this through one function; nobody may change or remove a version.

-- What was sent each time, exactly as it came. Only added to.
create table handover.danger_report_versions (
  report_id bytea not null references handover.danger_reports,
  n integer not null check (n > 0),
  happening text[] not null,
  what text not null,
  where_text text not null,
  who text not null,
  safe_number text not null,
  may_ring boolean not null,
  given_at timestamptz not null,
  primary key (report_id, n)
);
insert into handover.danger_report_versions
  select id, 1, happening, what, where_text, who, safe_number, may_ring, changed_at from handover.danger_reports;

-- `source`: set only when many new reports came from one connection; a keyed hash whose key the public process forgets
-- every day, so it tells which reports belong together and nothing else. `alike`: equal for reports that say the same.
alter table handover.danger_reports
  add column source bytea check (octet_length(source) = 16),
  add column alike text not null default '';

-- Capitals, blanks and punctuation make no difference; letters and digits do.
create function handover.danger_likeness() returns trigger language plpgsql set search_path = handover, pg_temp as $$
begin
  new.alike := md5(array_to_string(new.happening, ',') || '|' || new.may_ring::text || '|' || lower(regexp_replace(
    concat_ws('|', new.what, new.where_text, new.who, new.safe_number), '[[:space:][:punct:]]+', '|', 'g')));
  return new;
end $$;
create trigger danger_likeness before insert or update of happening, what, where_text, who, safe_number, may_ring
  on handover.danger_reports for each row execute function handover.danger_likeness();
update handover.danger_reports set what = what;

create index danger_reports_waiting on handover.danger_reports (alike) where taken_at is null;

-- ---------------------------------------------------------------------------------------------------------
-- What an officer may have seen is never taken away: an answer left empty keeps the earlier one in front of the desk, a
-- box that was ticked stays ticked, and each version is kept as it came. Sent again unchanged, nothing changes.
drop function public_door.report_danger(bytea, text[], text[], boolean);
create function public_door.report_danger(p_draft bytea, p_happening text[], p_words text[], p_may_ring boolean, p_source bytea)
returns timestamptz language plpgsql security definer set search_path = handover, pg_temp as $$
declare d danger_reports; v danger_report_versions; v_last danger_report_versions;
begin
  v.happening := p_happening; v.may_ring := p_may_ring;
  v.what := left(p_words[1], 4000); v.where_text := left(p_words[2], 4000);
  v.who := left(p_words[3], 4000); v.safe_number := left(p_words[4], 200);
  insert into danger_reports as r (draft_id, happening, what, where_text, who, safe_number, may_ring, source)
    values (p_draft, v.happening, v.what, v.where_text, v.who, v.safe_number, v.may_ring, p_source)
    on conflict (draft_id) do nothing;
  select * into strict d from danger_reports where draft_id = p_draft for update;
  select * into v_last from danger_report_versions where report_id = d.id order by n desc limit 1;
  if found and (v_last.happening, v_last.what, v_last.where_text, v_last.who, v_last.safe_number, v_last.may_ring)
    = (v.happening, v.what, v.where_text, v.who, v.safe_number, v.may_ring) then return d.given_at; end if;
  -- After the lock, and not the time the transaction began: an officer may have taken the report meanwhile, and must
  -- then see that it changed.
  v.given_at := case when v_last.n is null then d.given_at else clock_timestamp() end;
  insert into danger_report_versions values (d.id, coalesce(v_last.n, 0) + 1, v.happening, v.what, v.where_text, v.who,
    v.safe_number, v.may_ring, v.given_at);
  if v_last.n is not null then
    update danger_reports set
      happening = d.happening || (select coalesce(array_agg(k order by o), '{}') from unnest(v.happening) with ordinality u (k, o)
        where not k = any (d.happening)),
      what = case when btrim(v.what) = '' then d.what else v.what end,
      where_text = case when btrim(v.where_text) = '' then d.where_text else v.where_text end,
      who = case when btrim(v.who) = '' then d.who else v.who end,
      safe_number = case when btrim(v.safe_number) = '' then d.safe_number else v.safe_number end,
      may_ring = v.may_ring, changed_at = v.given_at
      where id = d.id;
  end if;
  return d.given_at;
end $$;
grant execute on function public_door.report_danger(bytea, text[], text[], boolean, bytea) to handover_public;

grant select on handover.danger_report_versions to handover_police, handover_worker;
