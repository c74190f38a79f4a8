import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { decodeReadingLine, encodeReadingLines, readChat, sourceOf, tilesExactly } from './index.ts';
import type { Message, Reading } from './index.ts';

const VECTORS = new URL('../../../vectors/chat/', import.meta.url);

interface Vector {
  readonly about: string;
  readonly name?: string;
  readonly sealedAt?: string;
  readonly source?: readonly string[];
  readonly sourceBase64?: string;
  readonly expect: {
    readonly refused?: string;
    readonly broken?: boolean;
    readonly messages?: readonly Partial<Message>[];
    readonly unread?: unknown;
    readonly envelope?: unknown;
    readonly doubts?: readonly string[];
  } & Record<string, unknown>;
}

interface ShapeVector {
  readonly sealedAt: string;
  readonly shapes: readonly (Partial<Message> & { readonly about: string; readonly line: string })[];
}

function load(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, VECTORS), 'utf8'));
}

function bytesOf({ source, sourceBase64 }: Vector): Uint8Array {
  if (sourceBase64 !== undefined) return Uint8Array.from(Buffer.from(sourceBase64, 'base64'));
  return new TextEncoder().encode((source ?? []).join(''));
}

/** Every key of `expected` is in `actual` with the same value; other keys do not matter. */
function assertHolds(actual: object, expected: object, where: string): void {
  const shown = Object.fromEntries(
    Object.keys(expected).map(key => [key, Reflect.get(actual, key) as unknown]),
  );
  assert.deepEqual(shown, expected, where);
}

function assertReading(reading: Reading, { expect }: Vector): void {
  const messages = [...reading.messages];
  const {
    refused: _refused,
    broken: _broken,
    messages: wanted = [],
    unread,
    envelope,
    doubts,
    ...head
  } = expect;
  assert.equal(messages.length, wanted.length, 'number of messages');
  wanted.forEach((message, n) => assertHolds(messages[n] as Message, message, `message ${n}`));
  assert.deepEqual(reading.unread, unread);
  assert.deepEqual([...reading.envelope], envelope);
  assert.deepEqual(new Set(reading.doubts.map(({ code }) => code)), new Set(doubts));
  for (const [key, value] of Object.entries(head)) {
    const actual: unknown = Reflect.get(reading, key);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      assertHolds(actual as object, value, key);
    else assert.deepEqual(actual, value, key);
  }
}

function assertWellFormed(reading: Reading, sizeBytes: number): void {
  const spans = [...reading.messages].map(({ span }) => span);
  assert.ok(
    tilesExactly([...spans, ...reading.unread, ...reading.envelope], sizeBytes),
    'spans tile the file',
  );
  for (const line of encodeReadingLines(reading)) assert.equal(decodeReadingLine(line).ok, true, line);
}

function outcomeNamed(file: string): string {
  return file.slice(0, file.indexOf('--'));
}

/** The whole at once, in pieces, and byte by byte. */
const CHUNKS = [undefined, 61, 1];

function check(file: string, vector: Vector, chunkBytes: number | undefined): void {
  const bytes = bytesOf(vector);
  const result = readChat(sourceOf(bytes, chunkBytes), {
    ...(vector.name === undefined ? {} : { name: vector.name }),
    ...(vector.sealedAt === undefined ? {} : { sealedAt: vector.sealedAt }),
  });
  if (vector.expect.refused !== undefined) {
    assert.ok(!result.ok);
    assert.equal(result.reason, vector.expect.refused);
    return;
  }
  assert.ok(result.ok, file);
  assertReading(result.reading, vector);
  assertWellFormed(result.reading, bytes.length);
  const { detection } = result;
  assert.equal(detection.format !== null && detection.broken !== null, vector.expect.broken ?? false);
}

const folders = readdirSync(VECTORS).flatMap(format => [`${format}/ok/`, `${format}/bad/`]);

for (const folder of folders) {
  for (const file of readdirSync(new URL(folder, VECTORS)).filter(name => name !== 'header-shapes.json')) {
    test(`vector ${folder}${file} is read as it says, whole, in pieces and byte by byte`, () => {
      const vector = load(folder + file) as Vector;
      for (const chunkBytes of CHUNKS) check(file, vector, chunkBytes);
      if (!folder.endsWith('bad/')) return;
      const { refused, doubts = [] } = vector.expect;
      const outcomes = refused === undefined ? doubts.map(code => `doubt-${code}`) : [`refused-${refused}`];
      assert.ok(outcomes.includes(outcomeNamed(file)), 'the file is named for its outcome');
    });
  }
}

const { shapes, sealedAt } = load('whatsapp/ok/header-shapes.json') as ShapeVector;

for (const { about, line, ...expected } of shapes) {
  test(`header shape of ${about} is read`, () => {
    const bytes = new TextEncoder().encode(line);
    const result = readChat(bytes, { sealedAt });
    assert.ok(result.ok);
    const messages = [...result.reading.messages];
    assert.equal(messages.length, 1);
    assertHolds(messages[0] as Message, { kind: 'text', ...expected, span: [0, bytes.length] }, about);
    assert.equal(result.reading.dateOrder.decision, 'certain');
    assertWellFormed(result.reading, bytes.length);
  });
}

test('the header shapes are at least 30', () => {
  assert.ok(shapes.length >= 30);
});
