import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHAT_LIBRARY } from '#adapters/confined-reader/built-files.ts';
import type * as Chat from '#portable/chat/index.ts';
import { alternate, comparison, sayWhatItTook } from './fresh-process/alternate.ts';

/**
 * Reading a WhatsApp export: this project, with spans and the SHA-256 of the file, beside the parser most used from npm, which
 * gives neither. Each run is a process of its own, so that its peak memory is its own.
 * BENCH_WHATSAPP_MESSAGES: 1,000,000 when not set.
 */
export const name = 'Reading a WhatsApp export, beside the parser most used from npm';

// oxlint-disable-next-line no-process-env
const MESSAGES = Number(process.env['BENCH_WHATSAPP_MESSAGES'] ?? 1_000_000);
const RUNS = 3;
const MEGABYTE = 1_000_000;
const DIGEST_AT_ONCE = 1 << 18;

const SPEAKERS = ['Ada', 'Bo Björk', 'Chidi', 'Dee ☀️', '+44 7700 900123'];
const LINES = [
  'did you see the match',
  'on my way, five minutes',
  'no I left it on the bus and now they want me to come back for it tomorrow morning 🙈',
  '<Media omitted>',
  'ok',
  'first line\nsecond line of the same message\nand a third',
  'This message was deleted',
  'see you there 👍',
];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A chat of MESSAGES messages over some years; the same on every run. */
function makeChat(): string {
  let state = 0x2545f491;
  const next = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const lines: string[] = [];
  let at = Date.UTC(2019, 0, 1);
  for (let i = 0; i < MESSAGES; i++) {
    at += next(20 * 60_000);
    const when = new Date(at);
    const date = `${two(when.getUTCDate())}/${two(when.getUTCMonth() + 1)}/${when.getUTCFullYear()}`;
    const time = `${two(when.getUTCHours())}:${two(when.getUTCMinutes())}`;
    lines.push(`${date}, ${time} - ${SPEAKERS[next(SPEAKERS.length)]}: ${LINES[next(LINES.length)]}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Reads the file by windows: once for its digest, and as often as the reader goes through it. */
async function readOurs(path: string): Promise<number> {
  const { readChat } = (await import(CHAT_LIBRARY)) as typeof Chat;
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const read = (at: number, into: Uint8Array) => readSync(file, into, 0, into.length, at);
  const digest = createHash('sha256');
  const block = new Uint8Array(DIGEST_AT_ONCE);
  for (let at = 0; at < size;) {
    const got = read(at, block);
    digest.update(block.subarray(0, got));
    at += got;
  }
  const result = readChat({ size, read }, { name: 'chat.txt' });
  let count = 0;
  if (result.ok) for (const message of result.reading.messages) count += message.span[1] > 0 ? 1 : 0;
  closeSync(file);
  return digest.digest().length === 32 ? count : 0;
}

async function readPeer(path: string): Promise<number> {
  const { parseString } = await import('whatsapp-chat-parser');
  return parseString(readFileSync(path, 'utf8')).length;
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
  const path = join(folder, 'chat.txt');
  try {
    writeFileSync(path, makeChat());
    const size = statSync(path).size / MEGABYTE;
    const took = alternate({ bench: import.meta.filename, path, runs: RUNS, expected: MESSAGES });
    return {
      rows: comparison(took, {
        own: 'handover, SHA-256, survey and every message with its span',
        other: 'whatsapp-chat-parser 4.0.2',
      }),
      notes: [
        `${MESSAGES} messages, ${size.toFixed(1)} MB, median of ${RUNS} alternating runs, each in a fresh process, file in the page cache.`,
        'Handover goes through the file once for its digest and twice to read it; it runs from the built file that the product runs, and loading the code is counted on both sides. Peak memory is maxRSS of the whole process.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
