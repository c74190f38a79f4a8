import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { decodeReadingLine, encodeReadingLines, readChat, sourceOf, tilesExactly } from './index.ts';
import type { ReadChatResult } from './index.ts';
import { faultsOf, type RightReading } from './testing/right-reading.ts';

const FILES = new URL('../../../vectors/chat-nasty/', import.meta.url);
const EXPECTED = '.expected.json';

/** The whole at once, and in small pieces. */
const CHUNKS = [undefined, 61, 7];

const cases = readdirSync(FILES, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith(EXPECTED))
  .toSorted();

function load(path: string): { bytes: Uint8Array; right: RightReading } {
  const right = JSON.parse(readFileSync(new URL(path, FILES), 'utf8')) as RightReading;
  const ending = path.startsWith('whatsapp') ? '.txt' : '.json';
  const bytes = readFileSync(new URL(path.slice(0, -EXPECTED.length) + ending, FILES));
  return { bytes: Uint8Array.from(bytes), right };
}

function read(bytes: Uint8Array, { name, sealedAt }: RightReading, chunkBytes?: number): ReadChatResult {
  return readChat(sourceOf(bytes, chunkBytes), {
    ...(name === undefined ? {} : { name }),
    ...(sealedAt === undefined ? {} : { sealedAt }),
  });
}

/** The reading as lines, once it is seen to be right; for a refusal its reason. */
function checked(bytes: Uint8Array, right: RightReading, chunkBytes: number | undefined): readonly string[] {
  const result = read(bytes, right, chunkBytes);
  if (!result.ok) {
    assert.ok(right.refused?.includes(result.reason), `refused: ${result.reason}`);
    assert.ok(result.detail.length > 0);
    return [result.reason];
  }
  const { reading } = result;
  assert.deepEqual(right.refused ?? [], [], 'to be refused');
  assert.deepEqual(faultsOf(reading, bytes, right), []);
  const spans = [...reading.messages].map(({ span }) => span);
  assert.ok(tilesExactly([...spans, ...reading.unread, ...reading.envelope], bytes.length), 'spans tile');
  const lines = [...encodeReadingLines(reading)];
  for (const line of lines) assert.equal(decodeReadingLine(line).ok, true, line);
  return lines;
}

for (const path of cases) {
  const { bytes, right } = load(path);
  const what = right.refused ? 'refused in words' : 'read right';
  test(`${path.slice(0, -EXPECTED.length)} is ${what}, whole and in small pieces`, () => {
    const [whole, ...others] = CHUNKS.map(chunkBytes => checked(bytes, right, chunkBytes));
    for (const lines of others) assert.deepEqual(lines, whole);
  });
}

test('there are 30 such files of each main format', () => {
  const counts = Object.groupBy(cases, path => path.slice(0, path.indexOf('/')));
  assert.deepEqual(
    Object.entries(counts).map(([format, files]) => [format, files?.length]),
    ['discord-exporter-json', 'meta-json', 'telegram-json', 'whatsapp-text'].map(format => [format, 30]),
  );
});
