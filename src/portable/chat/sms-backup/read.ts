import type { DoubtLedger } from '../doubts.ts';
import type { Reading, Zone } from '../reading.ts';
import type { ClocksSeen, RecordPass } from '../records/record.ts';
import { readingOfRecords, type WalkPurpose } from '../records/reading-of-records.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { endsOf } from '../source/byte-source.ts';
import { byteOrderMarkBytes } from '../written-text.ts';
import { BackupWalk } from './walk.ts';

/** Changes whenever the same bytes may read differently. */
export const SMS_BACKUP_READER = 'sms-backup-xml/2';

/** Reads a backup of SMS Backup & Restore: messages or a call log. Any bytes give a reading, in linear time. */
export function readSmsBackup(source: ByteSource): Reading {
  const from = byteOrderMarkBytes(endsOf(source, 3).head);
  const walk = (purpose: WalkPurpose) => passOf(new BackupWalk(source, purpose), from);
  return readingOfRecords({
    format: 'sms-backup-xml',
    reader: SMS_BACKUP_READER,
    sizeBytes: source.size,
    mayRunNewestFirst: true,
    walk,
  });
}

function passOf(walk: BackupWalk, from: number): RecordPass {
  return {
    records: walk.records(from),
    chats: walk.conversations.chats,
    unread: walk.unread.spans,
    finish: ledger => {
      if (from > 0) ledger.noteFile('byte-order-mark');
      walk.noteFile(ledger);
      noteCount(walk, ledger);
    },
    zone: zoneOf,
  };
}

/** What the file says it holds against what was read. */
function noteCount({ declared, roots, messages }: BackupWalk, ledger: DoubtLedger): void {
  if (declared === null || roots > 1 || declared === `${messages}`) return;
  ledger.noteFile('count-differs', `The file says ${declared.slice(0, 40)}; ${messages} were read.`);
}

function zoneOf({ utcOnly, offsetsMinutes }: ClocksSeen): Zone {
  return utcOnly > 0
    ? { basis: 'utc', offsetsMinutes, statement: 'The file gives times in UTC, and they are shown in UTC.' }
    : { basis: 'unknown', offsetsMinutes, statement: 'The file gives no times.' };
}
