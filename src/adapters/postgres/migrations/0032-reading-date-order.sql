-- The order of day and month that an officer declared and this reading's reader was told; null when none was declared. A
-- bundle says it with the transcript, so that a stranger's reader is told the same.
alter table handover.readings add column date_order text check (date_order in ('DMY', 'MDY', 'YMD', 'YDM'));
