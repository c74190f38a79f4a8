import { offsetTimeOf } from '../clocks/offset-time.ts';
import type { DoubtCode, DoubtLedger } from '../doubts.ts';
import type { Attachment, Span, Zone } from '../reading.ts';
import type { ChatRecord, ClocksSeen } from '../records/record.ts';
import { present } from '../records/text-doubts.ts';
import type { FileTime } from '../records/written.ts';
import { NO_TIME } from './exporter-time.ts';
import { snowflakeDoubts } from './snowflake.ts';

/** One row of a data package, of either form. */
export interface PackageRow {
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly contents: string | null;
  readonly attachments: string | null;
  readonly span: Span;
  readonly rule: string;
}

/** Addresses, with blanks between them. */
function attachmentsOf(text: string): Attachment[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map(url => ({ name: nameIn(url), kind: null, included: false, note: url }));
}

/** The last part of an address, before its question mark. */
function nameIn(url: string): string | null {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1) || null;
}

/** UTC where no offset is written: the package gives UTC. An offset of zero is no clock of its own. */
function timeOf(text: string | null): FileTime & { readonly isBare: boolean } {
  const time = text === null ? null : offsetTimeOf(text);
  if (!time) return { ...NO_TIME, isBare: false };
  const { clockMs, offsetMinutes, precision } = time;
  const utcMs = clockMs - (offsetMinutes ?? 0) * 60_000;
  return { localMs: offsetMinutes ? clockMs : null, utcMs, precision, isBare: offsetMinutes === null };
}

/** The messages of one file of a package. Who wrote them is not in it. */
export class PackageMessages {
  #bareTimes = 0;

  /** The message of a row; `doubts` are those its bytes gave. */
  record(row: PackageRow, doubts: readonly DoubtCode[]): ChatRecord {
    const { isBare, ...time } = timeOf(row.timestamp);
    if (isBare) this.#bareTimes += 1;
    const attachments = attachmentsOf(row.attachments ?? '');
    return {
      chat: 0,
      kind: attachments.length > 0 ? 'media' : 'text',
      speaker: null,
      writtenText: row.timestamp ?? '',
      body: row.contents ?? '',
      span: row.span,
      rule: row.rule,
      ...time,
      doubts: [...doubts, ...snowflakeDoubts(row.id, time.utcMs)],
      ...present('id', row.id),
      ...(attachments.length > 0 ? { attachments } : {}),
    };
  }

  note(ledger: DoubtLedger): void {
    ledger.noteFile('own-messages-only');
    ledger.noteFile('deleted-not-exported');
    if (this.#bareTimes > 0) ledger.noteFile('zone-taken-as-utc', `Times without a zone: ${this.#bareTimes}`);
  }
}

export function packageZone({ offsetsMinutes, both, utcOnly }: ClocksSeen): Zone {
  if (both > 0) {
    const statement = 'Times are written with their offset from UTC; those without one are read as UTC.';
    return { basis: 'offset-in-file', offsetsMinutes, statement };
  }
  if (utcOnly === 0) return { basis: 'unknown', offsetsMinutes, statement: 'The file gives no times.' };
  const statement = 'The package gives times in UTC, and they are shown in UTC. The local time is not known.';
  return { basis: 'utc', offsetsMinutes, statement };
}
