-- Minutes and windows of the audit are those of UTC, whatever zone the session that writes has set: in one whose offset has
-- seconds, a minute would begin elsewhere, and its rows would stand in no minute that a root covers.
alter function handover.audit_moment(out timestamptz, out timestamptz) set timezone = 'UTC';
alter function police_door.note_act(bytea, text, text, text, text, text, text, boolean, text) set timezone = 'UTC';
alter function police_door.note_view(bytea, text, text, text, text, text, text, text, int8multirange, integer) set timezone = 'UTC';
