import type { Generated, GeneratedAlways } from 'kysely';

type Bytes = Buffer;

type Submissions = {
  id: Bytes;
  reference: string;
  draft_id: Bytes;
  state: 'received' | 'sealed';
  submitter_type: string;
  received_at: Date;
  sealed_at: Date | null;
  box_id: Bytes;
  box_recipient: string;
  stage: Generated<'new' | 'triage' | 'assessment' | 'decision' | 'investigation' | 'closed'>;
  allocated_to: string | null;
};

type DangerReports = {
  id: Generated<Bytes>;
  draft_id: Bytes;
  happening: string[];
  what: string;
  where_text: string;
  who: string;
  safe_number: string;
  may_ring: boolean;
  given_at: Generated<Date>;
  changed_at: Generated<Date>;
  taken_by: string | null;
  taken_at: Date | null;
  closed_at: Date | null;
  incident_number: string | null;
  closing_reason: string | null;
};

type Items = {
  id: Bytes;
  submission_id: Bytes;
  number: number;
  kind: 'chat' | 'account' | 'fingerprints';
  source_class: string;
  name: string;
  size_bytes: string;
  sha256: Bytes;
  sha512: Bytes;
  facts: Bytes;
  facts_salt: Bytes;
  blob_id: Bytes;
  segments: number;
  extract_of: string | null;
  sealed_at: Date;
};

type Events = {
  id: Bytes;
  type: string;
  at: Date;
  actor_kind: string;
  actor_id: string;
  submission_id: Bytes | null;
  submission_n: number | null;
  case_id: Bytes | null;
  case_n: number | null;
  body: Bytes;
  salt: Bytes;
  commitment: Bytes;
};

type Readings = {
  id: Bytes;
  item_id: Bytes;
  state: 'reading' | 'read' | 'refused' | 'failed';
  reader: string;
  format: string | null;
  reason: string | null;
  messages: Generated<number>;
  summary: string | null;
  days: string | null;
  read_at: Date | null;
};

type Bundles = {
  id: Bytes;
  submission_id: Bytes;
  state: 'asked' | 'building' | 'ready' | 'failed';
  asked_by: string;
  asked_at: Generated<Date>;
  name: string | null;
  build_order: string | null;
  bundle_sha256: Bytes | null;
  event_id: Bytes | null;
  proof: string | null;
  size_bytes: string | null;
  key: string | null;
  failure: string | null;
  ready_at: Date | null;
};

/** The tables as the migrations make them, by their qualified names. Columns of type bigint arrive as text. */
export type Tables = {
  'handover.force_settings': {
    singleton: Generated<boolean>;
    force_name: string;
    reference_prefix: string;
    desk_staffed: Generated<string>;
    demo: Generated<boolean>;
    storage_low: Generated<boolean>;
  };
  'handover.drafts': { id: Bytes; sealed: Bytes; version: string };
  'handover.staged_files': {
    id: Bytes;
    draft_id: Bytes;
    segments: number | null;
    meta: Bytes | null;
    completed_at: Date | null;
  };
  'handover.staged_segments': { file_id: Bytes; n: number; body: Bytes };
  'handover.submissions': Submissions;
  'handover.submission_files': { submission_id: Bytes; number: number; file_id: Bytes };
  'handover.box_letters': { box_id: Bytes; n: number; body: Bytes; written_at: Generated<Date> };
  'handover.danger_reports': DangerReports;
  'handover.items': Items;
  'handover.events': Events;
  'handover.log_entries': {
    commitment: Bytes;
    queued_at: Generated<Date>;
    queue_place: GeneratedAlways<string>;
    log_index: string | null;
    logged_at: Date | null;
    sealed: Bytes;
  };
  'handover.log_head': {
    singleton: Generated<boolean>;
    origin: string;
    size: string;
    root: Bytes;
    checkpoint: string;
    signed_at: Date;
  };
  'handover.published_checkpoint': { singleton: Generated<boolean>; checkpoint: string; published_at: Date };
  'handover.readings': Readings;
  'handover.reading_lines': {
    reading_id: Bytes;
    seq: number;
    n: number | null;
    day: string | null;
    line: string;
    raw: Bytes | null;
  };
  'handover.officers': { id: string; name: string; rank: string; role: string; demo: Generated<boolean> };
  'handover.police_sessions': {
    token_hash: Bytes;
    officer_id: string;
    form_key: Bytes;
    created_at: Generated<Date>;
    last_seen_at: Generated<Date>;
    ended_at: Date | null;
  };
  'handover.audit': {
    id: Generated<string>;
    at: Generated<Date>;
    officer_id: string | null;
    action: string;
    thing_kind: string;
    thing_id: string;
    allowed: boolean;
    detail: Generated<string>;
    minute: Date | null;
  };
  'handover.bundles': Bundles;
};
