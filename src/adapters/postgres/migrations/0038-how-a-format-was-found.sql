-- What an item was taken for when it was read, by which signs, and what it could also have been: codes, whose sentences are
-- in the program (docs/formats/reading.md). The word of a confined reader, checked by the worker. Null for readings of before,
-- and where nothing that can be understood was said.
alter table handover.readings add column detection jsonb
  constraint readings_detection_bounded check (jsonb_typeof(detection) = 'object' and octet_length(detection::text) <= 32768);
grant update (detection) on handover.readings to handover_worker;
