import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { TextNotes, jsonText } from './text.ts';

const RUNS = 150;
const SEED = 20261123;

function decode(text: string | Uint8Array): { text: string; notes: TextNotes } {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const notes = new TextNotes();
  return { text: jsonText(bytes, 0, bytes.length, notes), notes };
}

test(`a string that JSON allows decodes as JSON.parse does (${RUNS} runs)`, () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, text, (plain, rare) => {
      const written =
        JSON.stringify(plain) +
        JSON.stringify(rare).replace(
          /[^\0-\x7f]/g,
          c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
      const inner = written.slice(1, -1).replace('""', '');
      assert.equal(decode(inner).text, JSON.parse(`"${inner}"`));
      assert.deepEqual(decode(inner).notes, new TextNotes());
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test('hexadecimal escapes are read and recorded with their place', () => {
  const { text, notes } = decode('é\\x0B.\\x1f');
  assert.equal(text, 'é\x0b.\x1f');
  assert.deepEqual(notes.repairs, [
    { what: 'hex-escape', at: 2, before: '\\x0B', after: '\x0b' },
    { what: 'hex-escape', at: 7, before: '\\x1f', after: '\x1f' },
  ]);
});

test('escapes that mean nothing stay as written and are recorded', () => {
  for (const written of ['\\q', '\\u12', '\\u12G4', '\\xZ1', '\\x1', '\\']) {
    const { text, notes } = decode(written);
    assert.equal(text, written);
    assert.equal(notes.repairs[0]?.what, 'unknown-escape');
  }
});

test('halves of a character become replacement characters, whole pairs do not', () => {
  assert.deepEqual(
    [decode('\\ud83d\\ude00').text, decode('\\ud83d\\ude00').notes.loneSurrogate],
    ['😀', false],
  );
  assert.deepEqual([decode('a\\ud83d').text, decode('a\\ud83d').notes.loneSurrogate], ['a\ufffd', true]);
  assert.deepEqual(
    [decode('\\ude00\\ud83d').text, decode('\\ude00b').notes.loneSurrogate],
    ['\ufffd\ufffd', true],
  );
});

test('bytes that are not UTF-8 are noted, and a written replacement character is not', () => {
  assert.equal(decode(Uint8Array.of(0x61, 0xe9)).notes.invalidUtf8, true);
  assert.equal(decode('a\ufffd').notes.invalidUtf8, false);
});
