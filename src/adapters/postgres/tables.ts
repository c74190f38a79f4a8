import type { AdditionKind } from '#domain/engagement/index.ts';
import type { ItemKind } from '#domain/intake/index.ts';
import type { DateOrderName } from '#portable/chat/index.ts';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

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
  may_ring: boolean | null;
  given_at: Generated<Date>;
  changed_at: Generated<Date>;
  taken_by: string | null;
  taken_at: Date | null;
  closed_at: Date | null;
  incident_number: string | null;
  closing_reason: string | null;
  source: Generated<Bytes | null>;
  alike: GeneratedAlways<string>;
};

type DangerReportVersions = {
  report_id: Bytes;
  n: number;
  happening: string[];
  what: string;
  where_text: string;
  who: string;
  safe_number: string;
  may_ring: boolean | null;
  given_at: Date;
};

type Items = {
  id: Bytes;
  submission_id: Bytes;
  number: number;
  kind: ItemKind;
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
  idempotency: Generated<string | null>;
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
  left_out: string | null;
  /** JSON; what comes back is checked by `decodeDetection` again. */
  detection: ColumnType<unknown, string | null, string | null>;
  answers: Generated<number>;
  date_order: DateOrderName | null;
  partial: Generated<boolean>;
  compared: Generated<boolean>;
  compared_with: Bytes | null;
  difference: string | null;
  tries: Generated<number>;
  read_at: Date | null;
};

type ProcessTroubles = { role: string; since: Date; reason: string };

type ReadingRequests = { reading_id: Bytes; asked_by: string; asked_at: Generated<Date> };

/** Searches over a conversation that officers ran; a row never changes. */
type ConversationSearches = { reading_id: Bytes; officer_id: string; words: string; hits: number; at: Date };

type SealDelays = { submission_id: Bytes; reason: string; since: Generated<Date> };

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

type KeyRotations = {
  recipient: string;
  recipients: string[];
  begun_at: Date;
  staged_done: Generated<boolean>;
  done_through: Bytes | null;
  items: Generated<number>;
  finished_at: Date | null;
};

type Disposals = {
  item_id: Bytes;
  event_id: Bytes;
  authority: string;
  reason: string;
  officer_id: string;
  decided_at: Date;
  headers_removed_at: Date | null;
};

type Additions = {
  submission_id: Bytes;
  id: Bytes;
  kind: AdditionKind;
  about: Bytes | null;
  received_at: Date;
  state: Generated<'received' | 'sealed' | 'refused'>;
  file_id: Bytes | null;
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
  'handover.drafts': {
    id: Bytes;
    sealed: Bytes;
    version: string;
    updated_at: Generated<Date>;
    is_ticket: Generated<boolean>;
  };
  'handover.staged_files': {
    id: Bytes;
    /** Null once it was added to a submission. */
    draft_id: Bytes | null;
    segments: number | null;
    meta: Bytes | null;
    begun_at: Generated<Date>;
    completed_at: Date | null;
    touched_at: Generated<Date>;
  };
  'handover.staged_segments': { file_id: Bytes; n: number; body: Bytes };
  'handover.stored_files': {
    file_id: Bytes;
    blob_id: Bytes;
    size_bytes: string | null;
    sha256: Bytes | null;
    sha512: Bytes | null;
  };
  'handover.starts_without_head': { started_at: Date; entries: string | null };
  'handover.kept_names': { file_id: Bytes; item_id: Bytes; blob_id: Bytes };
  'handover.stored_headers': { file_id: Bytes; n: number; header: Bytes };
  'handover.submissions': Submissions;
  'handover.submission_files': { submission_id: Bytes; number: number; file_id: Bytes };
  'handover.box_letters': { box_id: Bytes; n: number; body: Bytes; written_at: Generated<Date> };
  'handover.additions': Additions;
  'handover.box_mail': {
    event_id: Bytes;
    box_id: Bytes;
    kind: 'question' | 'addition-receipt';
    thing_id: Bytes;
    release_at: Date;
    body: Bytes;
  };
  'handover.receipt_documents': {
    submission_id: Bytes;
    checkpoint: string;
    force_name: string;
    attempts: Generated<number>;
    next_try_at: Date | null;
  };
  'handover.danger_reports': DangerReports;
  'handover.danger_report_versions': DangerReportVersions;
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
    sought: string | null;
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
    old_minute: Date | null;
    minute: Date | null;
    submission: string | null;
    purpose: Generated<string>;
  };
  'handover.audit_gate': {
    singleton: Generated<boolean>;
    began_at: Generated<Date>;
    open_from: Generated<Date>;
  };
  'handover.audit_views': {
    id: Generated<string>;
    window_at: Date;
    first_at: Date;
    officer_id: string;
    action: string;
    thing_kind: string;
    thing_id: string;
    submission: string | null;
    purpose: string;
    part: string;
  };
  'handover.audit_view_states': {
    view_id: string;
    minute: Date;
    last_at: Date;
    looks: number;
    ranges: string;
  };
  'handover.audit_minutes': { minute: Date; event_id: Bytes };
  /** A view over both kinds of row. */
  'handover.audit_trail': {
    row_kind: 'act' | 'view';
    id: string;
    first_at: Date;
    last_at: Date;
    officer_id: string | null;
    action: string;
    thing_kind: string;
    thing_id: string;
    submission: string | null;
    purpose: string;
    allowed: boolean;
    part: string;
    looks: number;
    ranges: string;
    minute: Date | null;
  };
  'handover.stated_purposes': { token_hash: Bytes; submission: string; purpose: string; stated_at: Date };
  'handover.log_readers': {
    name: string;
    token_hash: Bytes;
    made_at: Generated<Date>;
    ended_at: Date | null;
  };
  'handover.consistency_asks': {
    from_size: string;
    to_size: string;
    asked_at: Generated<Date>;
    proof: string | null;
    is_none: Generated<boolean>;
  };
  'handover.scrubs': {
    id: GeneratedAlways<string>;
    begun_at: Date;
    last_at: Date;
    finished_at: Date | null;
    next_check: string | null;
    next_from: string | null;
    seen: string;
    fault_count: number;
    faults: string;
    notes: string;
  };
  'handover.bundles': Bundles;
  'handover.process_troubles': ProcessTroubles;
  'handover.reading_requests': ReadingRequests;
  'handover.conversation_searches': ConversationSearches;
  'handover.seal_delays': SealDelays;
  'handover.key_rotations': KeyRotations;
  'handover.disposals': Disposals;
  'handover.batch_shelf': { singleton: Generated<boolean>; kept_from: string };
  'handover.backups': {
    id: Generated<Bytes>;
    made_at: Date;
    expires_at: Date;
    folder_note: Generated<string>;
    log_size: Generated<string>;
  };
};
