-- The document for people (a PDF) of each receipt is made after the receipt was issued: it never keeps the receipt waiting.
--
-- A row stands for a document still to be made. It holds nothing that was handed in: the receipt file is written again from
-- the submission's own events under `checkpoint`. `attempts` is counted before an attempt is made; `next_try_at` is null
-- after the last. The PDF itself goes into the visitor's box as letter 1, behind the receipt (letter 0), sealed to the
-- visitor, and the row goes.

create table handover.receipt_documents (
  submission_id bytea primary key references handover.submissions (id),
  checkpoint text not null,
  force_name text not null,
  attempts integer not null default 0 check (attempts >= 0),
  next_try_at timestamptz
);
create index receipt_documents_due on handover.receipt_documents (next_try_at) where next_try_at is not null;

grant select, insert, delete on handover.receipt_documents to handover_worker;
grant update (attempts, next_try_at) on handover.receipt_documents to handover_worker;
