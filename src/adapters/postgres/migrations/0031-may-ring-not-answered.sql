-- "May we ring that number?" has three answers: yes, no, and none given, which is null and never means yes. Rows from
-- before say false for the third as well; nothing tells the two apart, so they stay as they are.
alter table handover.danger_reports alter column may_ring drop not null;
alter table handover.danger_report_versions alter column may_ring drop not null;

create or replace function handover.danger_likeness() returns trigger language plpgsql set search_path = handover, pg_temp as $$
begin
  new.alike := md5(array_to_string(new.happening, ',') || '|' || coalesce(new.may_ring::text, '') || '|' || lower(
    regexp_replace(concat_ws('|', new.what, new.where_text, new.who, new.safe_number), '[[:space:][:punct:]]+', '|', 'g')));
  return new;
end $$;

-- As before, and: not answered takes an earlier answer from nobody, but a yes was said of the number beside it, so it
-- does not pass to another number.
create or replace function public_door.report_danger(p_draft bytea, p_happening text[], p_words text[], p_may_ring boolean, p_source bytea)
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
    is not distinct from (v.happening, v.what, v.where_text, v.who, v.safe_number, v.may_ring) then return d.given_at; end if;
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
      may_ring = case when v.may_ring is not null then v.may_ring
        when d.may_ring and btrim(v.safe_number) not in ('', btrim(d.safe_number)) then null else d.may_ring end,
      changed_at = v.given_at
      where id = d.id;
  end if;
  return d.given_at;
end $$;
