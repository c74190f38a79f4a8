-- Each process appends the events that are its own to make, and no others: the police process those of officers, the worker
-- those of sealing, expiry, bundles and audit minutes. Beside rights, because who acted and what they did is in the row and in
-- the bytes that are committed to; so the bytes must begin and end as the row says. They are canonical JSON: members in order,
-- nothing spelt two ways. Read as text, for PostgreSQL's JSON takes no U+0000, and facts may hold it.
-- And the event stands at the next place of its chain: one in front of its receiving would keep a submission from being
-- sealed, one far ahead would use the numbers up.
drop trigger only_officers on handover.events;
drop function handover.only_officers();

create function handover.only_own_events() returns trigger language plpgsql set search_path = handover, pg_temp as $$
declare v_own boolean; v_body text; v_begin text; v_end text; v_place text := 'null'; v_before bytea;
begin
  -- The owner: a restore, a rotation, a new log. No process logs in as it.
  if current_user not in ('handover_public', 'handover_police', 'handover_worker', 'handover_sequencer') then return new; end if;
  v_own := case current_user
    when 'handover_police' then new.actor_kind = 'officer' and new.type in
      ('danger-taken', 'danger-closed', 'stage-moved', 'allocated', 'bundle-asked', 'reading-asked', 'item-disposed')
    when 'handover_worker' then (new.actor_kind, new.actor_id, new.type) in (
      ('worker', 'seal', 'item-sealed'), ('worker', 'seal', 'submission-sealed'), ('worker', 'seal', 'seal-mismatch'),
      ('worker', 'expire', 'draft-expired'), ('worker', 'bundle', 'bundle-produced'), ('system', 'audit', 'audit-minute'))
      or (new.actor_kind = 'submitter' and new.type = 'submission-received'
        and exists (select from submissions s where s.id = new.submission_id and s.reference = new.actor_id))
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
create trigger only_own_events before insert on handover.events for each row execute function handover.only_own_events();

-- Where an entry stands in the log is the sequencer's to say: a place that is taken by hand would stop the log.
revoke insert on handover.log_entries from handover_police, handover_worker;
grant insert (commitment, sealed) on handover.log_entries to handover_police, handover_worker;
