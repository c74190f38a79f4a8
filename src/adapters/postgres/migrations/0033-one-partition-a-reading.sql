-- The lines of each reading are a partition of their own. It is made aside, filled by COPY, indexed, and attached in one
-- transaction: nobody sees half a reading, and what is disposed of is dropped whole, with its indexes.

-- Partitions, and the extension for their trigram indexes. A partition is called r_ and the reading's id in hex.
create schema handover_readings;
create extension if not exists pg_trgm with schema handover_readings;
revoke execute on all functions in schema handover_readings from public;
create schema worker_door;

alter table handover.reading_lines rename to reading_lines_before;
drop index handover.reading_lines_by_message, handover.reading_lines_by_day;
alter table handover.reading_lines_before rename constraint reading_lines_pkey to reading_lines_before_pkey;

-- As before, and `sought`: the body of a message in the form in which it is searched (src/domain/search), null for what is
-- not searched. Indexes belong to the partitions alone, which are indexed after they are filled.
create table handover.reading_lines (
  reading_id bytea not null,
  seq integer not null,
  n integer,
  day date,
  sought text,
  line text not null,
  raw bytea
) partition by list (reading_id);
grant select on handover.reading_lines to handover_police, handover_worker;

-- Of a partitioned table a plan for all readings is never better than one for the reading that is asked for.
alter role handover_police set plan_cache_mode = force_custom_plan;
alter role handover_worker set plan_cache_mode = force_custom_plan;

-- A limit was reached: what was read until then stands, and it is no transcript for a court.
alter table handover.readings add column partial boolean not null default false;
grant update (partial) on handover.readings to handover_worker;
-- Whoever looks for items to read looks for these again and again.
create index events_reading_answered on handover.events (submission_id) where type = 'reading-answered';

create function handover.lines_table(p_reading bytea) returns text language sql immutable set search_path = handover, pg_temp as $$
  select format('handover_readings.%I', 'r_' || encode(p_reading, 'hex'))
$$;

-- An empty table that holds lines of this reading and of no other.
create function handover.make_lines(p_reading bytea) returns void language plpgsql set search_path = handover, pg_temp as $$
begin
  execute format('create table %s (like handover.reading_lines, constraint of_one_reading check (reading_id = %L::bytea))',
    lines_table(p_reading), p_reading);
  execute format('alter table %s alter column reading_id set default %L::bytea, alter column line set statistics 0,
    alter column raw set statistics 0', lines_table(p_reading), p_reading);
end $$;

create function handover.index_lines(p_reading bytea) returns void language plpgsql set search_path = handover, pg_temp
  set maintenance_work_mem = '256MB' as $$
declare v_table text := lines_table(p_reading); v_searched boolean; v_trigrams text;
begin
  execute format('alter table %s add primary key (seq)', v_table);
  execute format('create unique index on %s (n) where n is not null', v_table);
  execute format('create index on %s (day, n) where n is not null', v_table);
  execute format('select exists (select from %s where sought is not null)', v_table) into v_searched;
  if v_searched then
    select n.nspname into v_trigrams from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    execute format('create index on %s using gin (sought %I.gin_trgm_ops) where sought is not null', v_table, v_trigrams);
    -- A text search vector has at most 1 MiB; words far behind in a very long message are found as letters.
    execute format('create index on %s using gin (to_tsvector(''pg_catalog.simple'', left(sought, 100000)))
      where sought is not null', v_table);
  end if;
end $$;

create function handover.attach_lines(p_reading bytea) returns void language plpgsql set search_path = handover, pg_temp as $$
begin
  execute format('alter table handover.reading_lines attach partition %s for values in (%L)', lines_table(p_reading), p_reading);
  execute format('analyze %s', lines_table(p_reading));
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- The worker's door: it owns no table, and fills one that it was given.
create function worker_door.begin_lines(p_reading bytea) returns void
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  perform 1 from readings where id = p_reading and state = 'reading';
  if not found then raise exception 'this reading is not being made' using errcode = 'P0002'; end if;
  perform make_lines(p_reading);
  execute format('grant insert on %s to handover_worker', lines_table(p_reading));
end $$;

create function worker_door.finish_lines(p_reading bytea) returns void
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  execute format('revoke all on %s from handover_worker', lines_table(p_reading));
  perform index_lines(p_reading);
  perform attach_lines(p_reading);
end $$;

-- Lines of a reading that is to be made again, or whose item was disposed of. Whoever waits for the table behind this one
-- waits at most three seconds; a backup that runs meanwhile comes first.
create function worker_door.drop_lines(p_reading bytea) returns void
language plpgsql security definer set search_path = handover, pg_temp set lock_timeout = '3s' as $$
begin
  perform 1 from readings r where r.id = p_reading
    and (r.state in ('reading', 'failed') or exists (select from disposals d where d.item_id = r.item_id));
  if not found then raise exception 'this reading stands' using errcode = 'P0002'; end if;
  if to_regclass(lines_table(p_reading)) is not null then execute format('drop table %s', lines_table(p_reading)); end if;
end $$;

grant usage on schema worker_door, handover_readings to handover_worker;
grant execute on all functions in schema worker_door to handover_worker;

-- ---------------------------------------------------------------------------------------------------------
-- Readings of before. Their bodies are folded by PostgreSQL's rules, which differ from ours in rare letters only; the
-- stand-ins of letters beyond ASCII are those of src/domain/search.
create function pg_temp.stand_in(p_character text) returns text language sql immutable as $$
  select case when ascii(p_character) between 1 and 127 then p_character else (
    select string_agg(substr(case when place = 0 then 'ABCDEFGHIJKLM' else 'NOPQRSTUVWXYZ' end,
      1 + (ascii(p_character) / (13 ^ (length - 1 - place))::bigint % 13)::int, 1), '' order by place)
    from (select case when ascii(p_character) < 2197 then 3 else 6 end as length) l, generate_series(0, length - 1) place) end
$$;

create function pg_temp.sought(p_line text) returns text language sql immutable as $$
  select string_agg(pg_temp.stand_in(letter), '' order by place) from (
    select regexp_replace(normalize(casefold(left(replace(replace(replace(replace(
      substring(p_line from strpos(p_line, '"body":"') + 8 for greatest(0, strpos(p_line, '","span":[') - strpos(p_line, '"body":"') - 8)),
      '\"', '"'), '\n', ' '), '\t', ' '), '\\', '\'), 100000) collate pg_unicode_fast), nfkd),
      '[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f]', '', 'g') as text) t,
    regexp_split_to_table(text, '') with ordinality u (letter, place)
$$;

do $$
declare v_reading bytea;
begin
  for v_reading in select distinct reading_id from handover.reading_lines_before loop
    perform handover.make_lines(v_reading);
    execute format('insert into %s (seq, n, day, sought, line, raw) select seq, n, day,
      case when line like ''{"type":"message"%%'' then pg_temp.sought(line) end, line, raw
      from handover.reading_lines_before where reading_id = %L order by seq', handover.lines_table(v_reading), v_reading);
    perform handover.index_lines(v_reading);
    perform handover.attach_lines(v_reading);
  end loop;
end $$;
drop table handover.reading_lines_before;
