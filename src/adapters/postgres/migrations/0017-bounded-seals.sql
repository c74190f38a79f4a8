-- What is sealed beside one event: far more than any act leaves behind, and little enough that no process which may append
-- an event can fill the memory of the sequencer. Not checked for rows that wait already: those are passed over by size.
alter table handover.log_entries add constraint log_entries_sealed_bounded check (octet_length(sealed) <= 8388608) not valid;

-- The police process speaks for officers alone: not for the worker that seals, nor for the service that roots the audit.
-- Beside rights, because an event's actor is in its row and in the bytes that are committed to. They are
-- canonical JSON, which begins with the actor; read as text, for PostgreSQL's JSON takes no U+0000, and facts may hold it.
create function handover.only_officers() returns trigger language plpgsql set search_path = handover, pg_temp as $$
begin
  if current_user = 'handover_police' and (new.actor_kind <> 'officer'
    or convert_from(new.body, 'UTF8') !~ '^\{"actor":\{"id":"([^"\\]|\\.)*","kind":"officer"\},') then
    raise exception 'an event of another than an officer' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_officers before insert on handover.events for each row execute function handover.only_officers();

-- "Sealed" is when the last step of sealing was recorded, and stays so when a receipt is issued again after a restore.
update handover.submissions s set sealed_at = e.at from handover.events e
  where e.submission_id = s.id and e.type = 'submission-sealed' and e.actor_kind = 'worker' and s.state = 'sealed' and s.sealed_at is distinct from e.at;
