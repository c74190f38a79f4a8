import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHAT_LIBRARY } from '#adapters/confined-reader/built-files.ts';
import type * as Chat from '#portable/chat/index.ts';
import { alternate, comparison, sayWhatItTook } from './fresh-process/alternate.ts';

/**
 * Reading a Telegram export, survey and every message, beside `JSON.parse` of the whole file, which gives no offsets, no times
 * and no doubts. Each run is a process of its own, so that its peak memory is its own.
 * BENCH_TELEGRAM_MESSAGES: 250,000 when not set. BENCH_TELEGRAM_RUNS: runs of each, 5 when not set.
 */
export const name = 'Reading a Telegram JSON export, beside JSON.parse of the whole';

// oxlint-disable-next-line no-process-env
const MESSAGES = Number(process.env['BENCH_TELEGRAM_MESSAGES'] ?? 250_000);
// oxlint-disable-next-line no-process-env
const RUNS = Number(process.env['BENCH_TELEGRAM_RUNS'] ?? 5);
const MEGABYTE = 1_000_000;
const WRITE_AT_ONCE = 1 << 20;

const SPEAKERS = ['Ada', 'Bo Björk', 'Chidi', 'Dee ☀️', 'Kit of the ponds'];
const LINES = [
  'did you see the ducks',
  'on my way, five minutes',
  'no I left it on the bus and now they want me to come back for it tomorrow morning 🙈',
  'ok',
  'first line\nsecond line of the same message\nand a third',
  'the train is late again',
  'see you there 👍',
  'do we have homework for Monday?',
];

const PHOTO = {
  photo: '(File not included. Change data exporting settings to download.)',
  width: 1280,
  height: 720,
};
const REACTIONS = [
  {
    type: 'emoji',
    count: 1,
    emoji: '👍',
    recent: [{ from: 'Ada', from_id: 'user700000000', date: '2022-01-01T10:00:00' }],
  },
];

type Random = (below: number) => number;

/** One message as the app writes it, by its indentation and the order of its members. */
function messageOf(id: number, at: number, next: Random): string {
  const who = next(SPEAKERS.length);
  const text = LINES[next(LINES.length)] as string;
  const special = next(20);
  const message: Record<string, unknown> = {
    id,
    type: 'message',
    date: new Date((at + 3600) * 1000).toISOString().slice(0, 19),
    date_unixtime: String(at),
    from: SPEAKERS[who],
    from_id: `user70000000${who}`,
  };
  if (special === 0) message['reply_to_message_id'] = Math.max(1, id - next(50));
  if (special === 1) Object.assign(message, PHOTO);
  message['text'] = special === 2 ? [text, { type: 'link', text: 'https://ducks.example' }] : text;
  message['text_entities'] = [{ type: 'plain', text }];
  if (special === 3) message['reactions'] = REACTIONS;
  return JSON.stringify(message, null, 1).replaceAll('\n', '\n  ');
}

/** A chat over some years; the same on every run. */
function writeExport(path: string): void {
  let state = 0x2545f491;
  const next = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const file = openSync(path, 'w');
  let block = '{\n "name": "Pond",\n "type": "private_supergroup",\n "id": 1,\n "messages": [';
  let at = Date.UTC(2019, 0, 1) / 1000;
  for (let id = 1; id <= MESSAGES; id++) {
    at += next(20 * 60);
    block += `${id === 1 ? '' : ','}\n  ${messageOf(id, at, next)}`;
    if (block.length < WRITE_AT_ONCE) continue;
    writeSync(file, block);
    block = '';
  }
  writeSync(file, `${block}\n ]\n}`);
  closeSync(file);
}

async function readOurs(path: string): Promise<number> {
  const { readChat } = (await import(CHAT_LIBRARY)) as typeof Chat;
  const file = openSync(path, 'r');
  const result = readChat({
    size: fstatSync(file).size,
    read: (at, into) => readSync(file, into, 0, into.length, at),
  });
  let count = 0;
  if (result.ok) for (const message of result.reading.messages) count += message.instant === null ? 0 : 1;
  closeSync(file);
  return count;
}

function readPeer(path: string): number {
  const { messages } = JSON.parse(readFileSync(path, 'utf8')) as { messages: { date_unixtime: string }[] };
  let count = 0;
  for (const { date_unixtime: at } of messages) count += at === '' ? 0 : 1;
  return count;
}

const SIDES = { ours: readOurs, peer: readPeer };

/** In the process of one run. */
export async function child(side: keyof typeof SIDES, path: string): Promise<void> {
  await sayWhatItTook(SIDES[side], path);
}

/** Alternates the two, so that a busy machine slows both; the figures are medians. */
export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  const path = join(folder, 'result.json');
  try {
    writeExport(path);
    const size = statSync(path).size / MEGABYTE;
    const took = alternate({ bench: import.meta.filename, path, runs: RUNS, expected: MESSAGES });
    return {
      rows: comparison(took, {
        own: 'handover, survey and every message',
        other: 'JSON.parse of the whole',
      }),
      notes: [
        `${MESSAGES} messages, ${size.toFixed(1)} MB, median of ${RUNS} alternating runs, each in a fresh process, file in the page cache.`,
        'Handover goes through the file twice, once to survey it and once for its messages; it runs from the built file that the product runs, and loading that is counted. Peak memory is maxRSS of the whole process.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
