-- Drafts that nobody goes on with can be removed, and the public role can do less with PostgreSQL itself.

-- ---------------------------------------------------------------------------------------------------------
-- A ticket (the way of a visitor who handed in to their receipt) rests among the drafts, but is never removed.
alter table handover.drafts add column is_ticket boolean not null default false;
-- Of tickets and drafts kept before this: the smallest draft is longer than any ticket.
update handover.drafts set is_ticket = true where octet_length(sealed) < 320;
create index drafts_untouched on handover.drafts (updated_at) where not is_ticket;
create index staged_files_cut on handover.staged_files (begun_at) where completed_at is null;

create function public_door.put_ticket(p_id bytea, p_sealed bytea, p_version bigint) returns boolean
language plpgsql security definer set search_path = handover, pg_temp as $$
begin
  if octet_length(p_sealed) > 4096 then raise exception 'not a ticket' using errcode = '22001'; end if;
  if not public_door.put_draft(p_id, p_sealed, p_version) then return false; end if;
  update drafts set is_ticket = true where id = p_id;
  return true;
end $$;
grant execute on function public_door.put_ticket(bytea, bytea, bigint) to handover_public;

-- To lock a draft against a hand-in at the same moment takes the right to update a column of it.
grant update (updated_at) on handover.drafts to handover_worker;

-- ---------------------------------------------------------------------------------------------------------
-- Functions of PostgreSQL that every role may execute unless told otherwise: large objects (a store nobody looks at),
-- advisory locks (the sequencer's leadership is one), sleeping, ending sessions, writing to the write-ahead log, running
-- queries given as text, and parts that belong to administrators. They go to nobody but who needs them.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~
    '^(lo_|loread$|lowrite$|be_lo|pg_(try_)?advisory_|pg_sleep|pg_notify$|pg_(terminate|cancel)_backend$|pg_export_snapshot$|pg_logical_|pg_(create|copy|drop)_(logical_|physical_)?replication_slot$|pg_replication_|pg_sync_replication_|binary_upgrade_|pg_import_system_collations$|pg_nextoid$|pg_stop_making_pinned|pg_(restore|clear)_(relation|attribute)_stats$|brin_(de)?summarize_|gin_clean_pending_list$|(query|table|cursor|schema|database)_to_xml|ts_stat$|ts_rewrite$|pg_lock_status$|pg_prepared_xact$|pg_control_|pg_get_wal_|pg_available_wal_|pg_wal_summary|pg_extension_config_dump$|pg_get_loaded_modules$)'
  loop execute format('revoke execute on function %s from public', f); end loop;
end $$;
grant execute on function pg_catalog.pg_notify(text, text) to handover_police, handover_worker, handover_sequencer;
grant execute on function pg_catalog.pg_try_advisory_lock(bigint) to handover_sequencer;
-- Without a language no role writes a program of its own (DO); functions that are there still run.
revoke usage on language plpgsql, sql from public;
do $$ begin execute format('revoke all on database %I from public', current_database()); end $$;

-- What the public role asks is short. A session that stays in a transaction or waits for a lock is ended, so that a fault
-- of the public process holds nothing for ever. (A role can change its own settings: this bounds faults. What it may lock at
-- all is bounded by the functions of public_door.)
alter role handover_public set statement_timeout = '60s';
alter role handover_public set lock_timeout = '20s';
alter role handover_public set idle_in_transaction_session_timeout = '20s';
alter role handover_public set transaction_timeout = '90s';
