-- As in 0033, with what is doubtful and what is no message in indexes of their own: pages ask for either alone.
create or replace function handover.index_lines(p_reading bytea) returns void language plpgsql set search_path = handover, pg_temp
  set maintenance_work_mem = '256MB' as $$
declare v_table text := lines_table(p_reading); v_searched boolean; v_trigrams text;
begin
  execute format('alter table %s add primary key (seq)', v_table);
  execute format('create unique index on %s (n) where n is not null', v_table);
  execute format('create index on %s (day, n) where n is not null', v_table);
  execute format('create index on %s (seq) where n is null', v_table);
  execute format('select exists (select from %s where sought is not null)', v_table) into v_searched;
  if v_searched then
    execute format('create index on %s (n) where n is not null and strpos(line, ''"doubts":[]'') = 0', v_table);
    select n.nspname into v_trigrams from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    execute format('create index on %s using gin (sought %I.gin_trgm_ops) where sought is not null', v_table, v_trigrams);
    -- A text search vector has at most 1 MiB; words far behind in a very long message are found as letters.
    execute format('create index on %s using gin (to_tsvector(''pg_catalog.simple'', left(sought, 100000)))
      where sought is not null', v_table);
  end if;
end $$;
