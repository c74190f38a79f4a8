import type { DoubtCode } from '../doubts.ts';
import type { Reading } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ChatRecord, RecordPass } from '../records/record.ts';
import { hasUnknown, Leftovers, repairsAt, textDoubts } from '../records/text-doubts.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { ArrayWalk, type Element } from './array-walk.ts';
import { PackageMessages, packageZone } from './package-record.ts';

/** Changes whenever the same bytes may read differently. */
export const DISCORD_PACKAGE_JSON_READER = 'discord-package-json/2';

const ARRAY = 0x5b;
const MESSAGE_START = /^\{\s*"ID"\s*:/;
const KEYS = new Set(['ID', 'Timestamp', 'Contents', 'Attachments']);

/** Once every text of the row was decoded. */
function doubtsOf({ fields, notes }: Element): DoubtCode[] {
  const doubts = textDoubts(notes);
  if (fields.repeated.length > 0) doubts.push('repeated-key');
  if (hasUnknown(fields, KEYS)) doubts.push('unknown-fields');
  return doubts;
}

function recordOf(element: Element, messages: PackageMessages): ChatRecord {
  const { fields, notes, base, span } = element;
  const row = {
    id: fields.text('ID'),
    timestamp: fields.text('Timestamp'),
    contents: fields.text('Contents'),
    attachments: fields.text('Attachments'),
    span,
    rule: 'discord-package/json-row',
  };
  const left = new Leftovers();
  left.addMembers(fields, KEYS);
  return { ...messages.record(row, doubtsOf(element)), ...left.extra, ...repairsAt(base, notes) };
}

function* recordsOf(walk: ArrayWalk, messages: PackageMessages): Generator<ChatRecord, void, undefined> {
  if (walk.begin() === ARRAY)
    for (const element of walk.objects(MESSAGE_START)) yield recordOf(element, messages);
  else walk.end(walk.json.at);
  if (!walk.isEnded) walk.endDocument();
}

function passOf(source: ByteSource): RecordPass {
  const walk = new ArrayWalk(source);
  const messages = new PackageMessages();
  return {
    records: recordsOf(walk, messages),
    chats: [],
    unread: walk.unread.spans,
    finish(ledger) {
      walk.note(ledger);
      messages.note(ledger);
    },
    zone: packageZone,
  };
}

/** Reads a `messages.json` of Discord's own data package. Any bytes give a reading, in linear time. */
export function readDiscordPackageJson(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'discord-package-json',
    reader: DISCORD_PACKAGE_JSON_READER,
    sizeBytes: source.size,
    mayRunNewestFirst: true,
    walk: () => passOf(source),
  });
}
