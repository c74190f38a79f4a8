-- As in 0034, and a translation that is taken back is an event too.
create or replace function handover.only_own_events() returns trigger language plpgsql set search_path = handover, pg_temp as $$
declare v_own boolean; v_body text; v_begin text; v_end text; v_place text := 'null'; v_before bytea;
begin
  -- The owner: a restore, a rotation, a new log. No process logs in as it.
  if current_user not in ('handover_public', 'handover_police', 'handover_worker', 'handover_sequencer') then return new; end if;
  v_own := case current_user
    when 'handover_police' then new.actor_kind = 'officer' and new.type in
      ('danger-taken', 'danger-closed', 'stage-moved', 'allocated', 'bundle-asked', 'reading-asked', 'reading-answered', 'item-disposed',
       'messages-read', 'message-translated', 'translation-disputed',
       'translation-taken-back')
    when 'handover_worker' then (new.actor_kind, new.actor_id, new.type) in (
      ('worker', 'seal', 'item-sealed'), ('worker', 'seal', 'submission-sealed'), ('worker', 'seal', 'seal-mismatch'),
      ('worker', 'expire', 'draft-expired'), ('worker', 'bundle', 'bundle-produced'), ('system', 'audit', 'audit-minute'))
      or (new.type = 'submission-received' and exists (select from submissions s where s.id = new.submission_id
        and (new.actor_kind, new.actor_id) in (('submitter', s.reference), ('system', 'command-line'))))
    else false end;
  if not v_own then raise exception 'not an event that % makes: % by %', current_user, new.type, new.actor_kind using errcode = '42501'; end if;
  if new.submission_id is not null then
    select commitment into v_before from events where submission_id = new.submission_id and submission_n = new.submission_n - 1;
    if (new.submission_n > 1 and v_before is null) or (new.submission_n = 1 and new.type <> 'submission-received'
      -- A first place that is taken meanwhile is a conflict, after which whoever appends looks again.
      and not exists (select from events where submission_id = new.submission_id and submission_n = 1)) then
      raise exception 'not the next place of its chain' using errcode = '42501';
    end if;
    v_place := format('{"id":"%s","n":%s,"previous":%s}', encode(new.submission_id, 'hex'), new.submission_n,
      coalesce('"' || encode(v_before, 'hex') || '"', 'null'));
  end if;
  v_body := convert_from(new.body, 'UTF8');
  v_begin := format('{"actor":{"id":%s,"kind":"%s"},"at":"%s","case":null,"facts":{', to_json(new.actor_id), new.actor_kind,
    to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
  v_end := format('},"id":"%s","submission":%s,"type":"%s","v":1}', encode(new.id, 'hex'), v_place, new.type);
  if new.case_id is not null or left(v_body, length(v_begin)) <> v_begin or right(v_body, length(v_end)) <> v_end then
    raise exception 'its bytes are of another event than its row' using errcode = '42501';
  end if;
  return new;
end $$;
