/** Where a message stands on the phone. */
export type Box = 'received' | 'sent' | 'draft' | 'outbox' | 'failed' | 'queued';

/** `sms/@type` and `mms/@msg_box`. */
const BOXES: Readonly<Record<string, Box>> = {
  1: 'received',
  2: 'sent',
  3: 'draft',
  4: 'outbox',
  5: 'failed',
  6: 'queued',
};

/** `call/@type`. */
const CALLS: Readonly<Record<string, string>> = {
  1: 'incoming',
  2: 'outgoing',
  3: 'missed',
  4: 'voicemail',
  5: 'rejected',
  6: 'refused',
};

function lookUp<T>(table: Readonly<Record<string, T>>, key: string | null): T | null {
  return key !== null && Object.hasOwn(table, key) ? (table[key] as T) : null;
}

/** Null for a number that is not described. */
export function boxOf(written: string | null): Box | null {
  return lookUp(BOXES, written);
}

/** The word for a number of a call log; null for one that is not described. */
export function callWord(written: string | null): string | null {
  return lookUp(CALLS, written);
}

/** True when the phone had not sent it when the backup was made. */
export function isUnsent(box: Box | null): boolean {
  return box !== null && box !== 'received' && box !== 'sent';
}
