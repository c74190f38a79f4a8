-- Audit of views: one row for each officer, action, thing, purpose and part in five minutes, with ranges that only grow;
-- refusals and acts stay one row each. Every row says the minute whose root covers it, and a view that grows over
-- several minutes keeps a state for each, so that every root can be worked out again (docs/formats/audit.md).
--
-- Walls: the police process adds through the two functions of police_door and in no other way. No process changes or
-- removes a row; only the state of the minute that is still open grows.

create schema police_door;

-- The first minute that is still open, and the first of all. Whoever writes holds this row shared until its row is
-- committed; the worker takes it alone for a moment to close minutes. So a closed minute never gets another row.
create table handover.audit_gate (
  singleton boolean primary key default true check (singleton),
  began_at timestamptz not null default date_trunc('minute', now()),
  open_from timestamptz not null default date_trunc('minute', now())
);
insert into handover.audit_gate default values;

-- Acts and refusals. Rows of the version before have no minute here: an older kind of root covers them.
drop index handover.audit_unrooted;
revoke update (minute) on handover.audit from handover_worker;
alter table handover.audit rename column minute to old_minute;
alter table handover.audit
  add column minute timestamptz,
  add column submission text,
  add column purpose text not null default '';
-- Times are kept to the millisecond, as the roots have always written them.
update handover.audit set at = date_trunc('milliseconds', at);
update handover.audit set minute = (select open_from from handover.audit_gate) where old_minute is null;
create index audit_by_minute on handover.audit (minute, id);
create index audit_by_time on handover.audit (at desc);

create table handover.audit_views (
  id bigint generated always as identity primary key,
  window_at timestamptz not null,
  first_at timestamptz not null,
  officer_id text not null,
  action text not null,
  thing_kind text not null,
  thing_id text not null,
  submission text,
  purpose text not null,
  part text not null,
  unique (window_at, officer_id, action, thing_kind, thing_id, purpose, part)
);
create index audit_views_by_time on handover.audit_views (first_at desc);

-- What a view had seen, as it stood at the end of each minute in which it was looked at.
create table handover.audit_view_states (
  view_id bigint not null references handover.audit_views,
  minute timestamptz not null,
  last_at timestamptz not null,
  looks integer not null check (looks > 0),
  ranges int8multirange not null,
  primary key (view_id, minute)
);
create index audit_view_states_by_minute on handover.audit_view_states (minute, view_id);

-- One event of the log for each minute. The root stands in the event, which is committed to, and nowhere else.
create table handover.audit_minutes (
  minute timestamptz primary key,
  event_id bytea not null unique references handover.events
);

-- Why an officer looks at one submission, where they said something else than what their work suggests.
create table handover.stated_purposes (
  token_hash bytea not null references handover.police_sessions,
  submission text not null,
  purpose text not null,
  stated_at timestamptz not null,
  primary key (token_hash, submission)
);

create view handover.audit_trail as
  select 'act' as row_kind, a.id, a.at as first_at, a.at as last_at, a.officer_id, a.action, a.thing_kind, a.thing_id,
    a.submission, a.purpose, a.allowed, a.detail as part, 1 as looks, '{}'::int8multirange as ranges, a.minute
  from handover.audit a
  union all
  select 'view', v.id, v.first_at, s.last_at, v.officer_id, v.action, v.thing_kind, v.thing_id,
    v.submission, v.purpose, true, v.part, s.looks, s.ranges, s.minute
  from handover.audit_views v cross join lateral (
    select * from handover.audit_view_states s where s.view_id = v.id order by s.minute desc limit 1) s;

-- ---------------------------------------------------------------------------------------------------------
-- When a row is written, and the minute that covers it. The clock is read after the gate is held, so that no row comes
-- late to a closed minute; where the clock was put back, the row says the true time and the first open minute covers it.
create function handover.audit_moment(out p_at timestamptz, out p_minute timestamptz)
language plpgsql set search_path = handover, pg_temp as $$
declare v_open timestamptz;
begin
  select open_from into strict v_open from audit_gate for share;
  p_at := date_trunc('milliseconds', clock_timestamp());
  p_minute := greatest(date_trunc('minute', p_at), v_open);
end $$;

create function police_door.note_act(p_token bytea, p_officer text, p_action text, p_kind text, p_thing text,
  p_submission text, p_purpose text, p_allowed boolean, p_detail text) returns text
language plpgsql security definer set search_path = handover, pg_temp as $$
declare v_at timestamptz; v_minute timestamptz; v_purpose text;
begin
  v_purpose := coalesce((select purpose from stated_purposes where token_hash = p_token and submission = p_submission), p_purpose);
  select m.p_at, m.p_minute into v_at, v_minute from audit_moment() m;
  insert into audit (at, minute, officer_id, action, thing_kind, thing_id, submission, purpose, allowed, detail)
    values (v_at, v_minute, p_officer, p_action, p_kind, left(p_thing, 2000), p_submission, v_purpose, p_allowed, left(p_detail, 2000));
  return v_purpose;
end $$;

-- One look; with p_looks 0, more of a look that is on record already: what is known only once it was found.
create function police_door.note_view(p_token bytea, p_officer text, p_action text, p_kind text, p_thing text,
  p_submission text, p_purpose text, p_part text, p_ranges int8multirange, p_looks integer) returns text
language plpgsql security definer set search_path = handover, pg_temp as $$
declare v_at timestamptz; v_minute timestamptz; v_window timestamptz; v_purpose text; v_id bigint; v_last audit_view_states;
begin
  if p_looks not in (0, 1) then raise exception 'a look is one look' using errcode = '22023'; end if;
  v_purpose := coalesce((select purpose from stated_purposes where token_hash = p_token and submission = p_submission), p_purpose);
  select m.p_at, m.p_minute into v_at, v_minute from audit_moment() m;
  v_window := date_bin('5 minutes', v_at, timestamptz '2000-01-01 00:00:00+00');
  insert into audit_views (window_at, first_at, officer_id, action, thing_kind, thing_id, submission, purpose, part)
    values (v_window, v_at, p_officer, p_action, p_kind, left(p_thing, 200), p_submission, v_purpose, left(p_part, 300))
    on conflict do nothing;
  -- The lock makes two looks at once wait for each other; the second then sees what the first added.
  select id into strict v_id from audit_views where window_at = v_window and officer_id = p_officer and action = p_action
    and thing_kind = p_kind and thing_id = left(p_thing, 200) and purpose = v_purpose and part = left(p_part, 300) for update;
  select * into v_last from audit_view_states where view_id = v_id order by minute desc limit 1;
  if found and v_last.minute >= v_minute then
    update audit_view_states set looks = looks + p_looks, ranges = ranges + p_ranges, last_at = greatest(last_at, v_at)
      where view_id = v_id and minute = v_last.minute;
  else
    insert into audit_view_states (view_id, minute, last_at, looks, ranges) values (v_id, v_minute, greatest(v_at, v_last.last_at),
      coalesce(v_last.looks + p_looks, 1), coalesce(v_last.ranges, '{}') + p_ranges);
  end if;
  return v_purpose;
end $$;

-- ---------------------------------------------------------------------------------------------------------
revoke insert on handover.audit from handover_police;
grant usage on schema police_door to handover_police;
grant execute on all functions in schema police_door to handover_police;
grant select on handover.audit_trail, handover.audit_minutes to handover_police;
grant select, insert, update (purpose, stated_at) on handover.stated_purposes to handover_police;

grant select on handover.audit_gate, handover.audit_views, handover.audit_view_states, handover.audit_minutes, handover.audit_trail
  to handover_worker;
grant update (open_from) on handover.audit_gate to handover_worker;
grant insert on handover.audit_minutes to handover_worker;
