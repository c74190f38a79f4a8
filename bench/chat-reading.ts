import { parseString } from 'whatsapp-chat-parser';
import { readChat } from '#portable/chat/index.ts';

/** Reading a WhatsApp export: this project beside the parser most used from npm, on the same text. */
export const name = 'Reading a WhatsApp export, beside the parser most used from npm';

const MESSAGES = 200_000;
const RUNS = 3;
const MEGABYTE = 1_000_000;

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

function seconds(work: () => number, expected: number): number {
  const started = performance.now();
  const found = work();
  const took = (performance.now() - started) / 1000;
  if (found !== expected) throw new Error(`expected ${expected} messages, found ${found}`);
  return took;
}

function readOurs(bytes: Uint8Array): number {
  const result = readChat(bytes, { name: 'chat.txt' });
  let count = 0;
  if (result.ok) for (const message of result.reading.messages) count += message.span[1] > 0 ? 1 : 0;
  return count;
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** Warms both readers up, then alternates them, so that a busy machine slows both; the figures are medians. */
export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const text = makeChat();
  const bytes = new TextEncoder().encode(text);
  const newlines = text.split('\n').length - 1;
  const ours: number[] = [];
  const peer: number[] = [];
  const limit: number[] = [];
  readOurs(bytes);
  parseString(text);
  for (let i = 0; i < RUNS; i++) {
    ours.push(seconds(() => readOurs(bytes), MESSAGES));
    peer.push(seconds(() => parseString(text).length, MESSAGES));
    limit.push(seconds(() => countNewlines(bytes), newlines));
  }
  const rate = (took: readonly number[]): number => bytes.length / MEGABYTE / median(took);
  return {
    rows: [
      { name: 'handover, every message with its span', value: rate(ours), unit: 'MB/s' },
      { name: 'whatsapp-chat-parser 4.0.2', value: rate(peer), unit: 'MB/s' },
      { name: 'ratio to whatsapp-chat-parser', value: rate(ours) / rate(peer), unit: 'times' },
      { name: 'newline search alone (limit)', value: rate(limit), unit: 'MB/s' },
    ],
    notes: [
      `${MESSAGES} messages, ${(bytes.length / MEGABYTE).toFixed(1)} MB, median of ${RUNS} alternating runs.`,
      'Handover reads bytes and makes every message once; the peer is given the text already decoded.',
    ],
  };
}
