-- A second sequencer waits for the leadership instead of asking again and again: of the advisory locks, its role may take
-- this one kind, and nobody else any.
grant execute on function pg_catalog.pg_advisory_lock(bigint) to handover_sequencer;
