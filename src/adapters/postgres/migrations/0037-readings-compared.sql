-- What a reading makes otherwise of an item than the reading before it; the worker finds it out when both stand.
alter table handover.readings add column compared boolean not null default false,
  add column compared_with bytea references handover.readings (id), add column difference text;
grant update (compared, compared_with, difference) on handover.readings to handover_worker;
create index readings_not_compared on handover.readings (read_at, id) where state = 'read' and not compared;
