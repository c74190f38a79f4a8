-- Coming back with reference and code: what somebody adds to what they handed in, what an officer asked them, and the
-- letters about both.
--
-- Walls: handover_public reaches all this through three functions and reads no letter but by the id of its box, which only
-- the return code gives. handover_police sees that an addition came, never a letter. handover_worker seals and writes letters.

-- A staged file belongs to a draft until it is added to a submission; from then on to its addition, and no draft holds it.
alter table handover.staged_files alter column draft_id drop not null;

-- One row an act of adding, never removed: the same form sent again finds its row. `about` is the question it answers or the
-- answer it corrects. `file_id` is its staged text, until its receipt is in the box.
create table handover.additions (
  submission_id bytea not null references handover.submissions,
  id bytea not null check (octet_length(id) = 16),
  kind text not null check (kind in ('added', 'answer', 'correction', 'contact-resumed', 'published', 'contact-withdrawn')),
  about bytea check (octet_length(about) = 16),
  received_at timestamptz not null,
  state text not null default 'received' check (state in ('received', 'sealed', 'refused')),
  file_id bytea unique references handover.staged_files,
  primary key (submission_id, id)
);
create index additions_waiting on handover.additions (received_at) where state = 'received';

-- Letters behind the receipt: each is made from one event, and made again from it after a restored backup. `thing_id` is the
-- question that is asked, or the addition that is receipted.
create table handover.box_mail (
  event_id bytea primary key references handover.events,
  box_id bytea not null check (octet_length(box_id) = 32),
  kind text not null check (kind in ('question', 'addition-receipt')),
  thing_id bytea not null check (octet_length(thing_id) = 16),
  release_at timestamptz not null,
  body bytea not null
);
create index box_mail_of_box on handover.box_mail (box_id, release_at);
create index events_with_letters on handover.events (at)
  where type in ('addition-acknowledged', 'contact-asked', 'contact-released');

grant select on handover.additions to handover_police, handover_worker;
grant update (state, file_id) on handover.additions to handover_worker;
grant select, insert on handover.box_mail to handover_worker;

-- ---------------------------------------------------------------------------------------------------------
-- Every item was disposed of, or ordered to be: to whoever asks with its code there is no such submission.
create function handover.is_disposed(p_submission bytea) returns boolean
language sql stable set search_path = handover, pg_temp as $$
  select exists (select from items i where i.submission_id = p_submission)
    and not exists (select from items i where i.submission_id = p_submission
      and not exists (select from disposals d where d.item_id = i.id))
$$;
revoke execute on function handover.is_disposed(bytea) from public;

create or replace function public_door.read_box(p_box bytea) returns table (reference text, received_at timestamptz, state text, letters bytea[])
language sql security definer set search_path = handover, pg_temp as $$
  select s.reference, s.received_at, s.state,
    coalesce((select array_agg(l.body order by l.n) from box_letters l where l.box_id = s.box_id), '{}')
  from submissions s where s.box_id = p_box and not is_disposed(s.id)
$$;

-- Adds one staged file to the submission of a box. `added`; `again` when this addition is there already; `full` and
-- `full-today` when no more are taken; `gone` when there is no such box, or no such question in it.
create function public_door.add(p_box bytea, p_draft bytea, p_file bytea, p_token bytea, p_kind text, p_about bytea) returns text
language plpgsql security definer set search_path = handover, pg_temp as $$
declare v_submission bytea; v_id bytea; v_at timestamptz;
begin
  -- The lock makes a form posted twice wait for the first, and the count exact.
  select s.id into v_submission from submissions s where s.box_id = p_box for update;
  if not found or is_disposed(v_submission) then return 'gone'; end if;
  -- Not the token alone: whoever holds two codes cannot give two additions one name.
  v_id := substring(sha256(v_submission || p_token) from 1 for 16);
  if exists (select from additions where submission_id = v_submission and id = v_id) then return 'again'; end if;
  if p_about is not null and not exists (select from box_mail m where m.box_id = p_box and m.kind = 'question'
    and m.thing_id = p_about and m.release_at <= clock_timestamp()) then return 'gone'; end if;
  if (select count(*) from additions where submission_id = v_submission) >= 250 then return 'full'; end if;
  v_at := date_trunc('milliseconds', clock_timestamp());
  if (select count(*) from additions where submission_id = v_submission and received_at > v_at - interval '1 day') >= 50 then
    return 'full-today';
  end if;
  update staged_files set draft_id = null where id = p_file and draft_id = p_draft and completed_at is not null;
  if not found then raise exception 'the file is not complete' using errcode = 'P0002'; end if;
  insert into additions (submission_id, id, kind, about, received_at, file_id)
    values (v_submission, v_id, p_kind, p_about, v_at, p_file);
  perform pg_notify('handover_submitted', '');
  return 'added';
end $$;

create function public_door.read_additions(p_box bytea)
returns table (id bytea, kind text, about bytea, received_at timestamptz, state text)
language sql security definer set search_path = handover, pg_temp as $$
  select a.id, a.kind, a.about, a.received_at, a.state from submissions s join additions a on a.submission_id = s.id
  where s.box_id = p_box and not is_disposed(s.id) order by a.received_at, a.id
$$;

-- What is not released yet is not there.
create function public_door.read_mail(p_box bytea)
returns table (kind text, thing_id bytea, released_at timestamptz, body bytea)
language sql security definer set search_path = handover, pg_temp as $$
  select m.kind, m.thing_id, m.release_at, m.body from submissions s join box_mail m on m.box_id = s.box_id
  where s.box_id = p_box and m.release_at <= clock_timestamp() and not is_disposed(s.id)
  order by m.release_at, m.event_id limit 600
$$;

grant execute on function public_door.add(bytea, bytea, bytea, bytea, text, bytea), public_door.read_additions(bytea),
  public_door.read_mail(bytea) to handover_public;

-- ---------------------------------------------------------------------------------------------------------
-- When a submitter took back their consent to be contacted; null while they did not. As soon as it is received, and also when
-- only its event came back after a restore. The body is canonical JSON: a key stands in it as one spelling.
create function handover.contact_withdrawn_at(p_submission bytea) returns timestamptz
language sql stable set search_path = handover, pg_temp as $$
  select least(
    (select min(received_at) from additions where submission_id = p_submission and kind = 'contact-withdrawn'),
    (select min(at) from events where submission_id = p_submission and type = 'addition-received'
      and position(convert_to('"kind":"contact-withdrawn"', 'UTF8') in body) > 0))
$$;
revoke execute on function handover.contact_withdrawn_at(bytea) from public;
grant execute on function handover.contact_withdrawn_at(bytea) to handover_police, handover_worker;

-- As before, and: what is added is received from its submitter, sealed and acknowledged by the worker; what is asked is an
-- officer's act.
create or replace function handover.only_own_events() returns trigger language plpgsql set search_path = handover, pg_temp as $$
declare v_own boolean; v_body text; v_begin text; v_end text; v_place text := 'null'; v_before bytea;
begin
  -- The owner: a restore, a rotation, a new log. No process logs in as it.
  if current_user not in ('handover_public', 'handover_police', 'handover_worker', 'handover_sequencer') then return new; end if;
  v_own := case current_user
    when 'handover_police' then new.actor_kind = 'officer' and new.type in
      ('danger-taken', 'danger-closed', 'stage-moved', 'allocated', 'bundle-asked', 'reading-asked', 'reading-answered', 'item-disposed',
       'messages-read', 'message-translated', 'translation-disputed',
       'translation-taken-back',
       'contact-asked', 'contact-drafted', 'contact-released', 'contact-withheld')
    when 'handover_worker' then (new.actor_kind, new.actor_id, new.type) in (
      ('worker', 'seal', 'item-sealed'), ('worker', 'seal', 'submission-sealed'), ('worker', 'seal', 'seal-mismatch'),
      ('worker', 'seal', 'addition-sealed'), ('worker', 'seal', 'addition-mismatch'), ('worker', 'seal', 'addition-acknowledged'),
      ('worker', 'expire', 'draft-expired'), ('worker', 'bundle', 'bundle-produced'), ('system', 'audit', 'audit-minute'))
      or (new.type = 'addition-received' and new.actor_kind = 'submitter'
        and exists (select from submissions s where s.id = new.submission_id and s.reference = new.actor_id))
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
