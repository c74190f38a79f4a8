import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeDetection, detectChat, reasonSentence } from '../index.ts';
import { REASON_CODES } from './reasons.ts';
import { SIGNS } from './signs.ts';

const VECTORS = new URL('../../../../vectors/chat/', import.meta.url);

type Vector = {
  readonly name?: string;
  readonly source?: readonly string[];
  readonly sourceBase64?: string;
  readonly shapes?: readonly { readonly line: string }[];
};

/** Every item of the vectors, with its name. */
function* items(): Generator<readonly [bytes: Uint8Array, name: string | undefined]> {
  for (const path of readdirSync(VECTORS, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.json')) continue;
    const vector = JSON.parse(readFileSync(new URL(path, VECTORS), 'utf8')) as Vector;
    if (vector.sourceBase64 !== undefined) yield [Buffer.from(vector.sourceBase64, 'base64'), vector.name];
    else yield [Buffer.from((vector.source ?? []).join('')), vector.name];
    for (const { line } of vector.shapes ?? []) yield [Buffer.from(line), vector.name];
  }
}

test('every true detection is taken as it is, through JSON whose keys stand in any order', () => {
  const seen = new Set<string>();
  for (const [bytes, name] of items()) {
    const detection = detectChat(bytes, name);
    const { reasons, ...rest } = detection;
    assert.deepEqual(decodeDetection(JSON.parse(JSON.stringify({ reasons, ...rest }))), detection);
    seen.add(detection.format ?? detection.found);
  }
  assert.ok(seen.size > 20, `${seen.size} kinds of item were seen`);
});

const KNOWN = {
  format: 'telegram-json',
  confidence: 'high',
  reasons: [{ code: 'date-unixtime' }],
  broken: 'cut-off',
  runnersUp: [
    { format: 'whatsapp-text', score: 60, reasons: [{ code: 'line-headers', count: 2, form: '00' }] },
  ],
};
const NOT_KNOWN = { format: null, found: 'picture', reasons: [{ code: 'picture' }], runnersUp: [] };

function withForm(form: unknown): object {
  return { ...KNOWN, reasons: [{ code: 'line-headers', count: 2, form }] };
}

test('what is damaged, and what is no chat, are taken as different answers', () => {
  assert.deepEqual(decodeDetection(KNOWN), KNOWN);
  assert.deepEqual(decodeDetection(NOT_KNOWN), NOT_KNOWN);
});

const REFUSED: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  'a text': 'whatsapp-text',
  'a list': [KNOWN],
  'a format that is not known': { ...KNOWN, format: 'acme-json' },
  'a format of the language itself': { ...KNOWN, format: 'constructor' },
  'a reason that is not known': { ...KNOWN, reasons: [{ code: 'the-child-lied' }] },
  'a reason of the language itself': { ...KNOWN, reasons: [{ code: 'toString' }] },
  'a sentence of its own': { ...KNOWN, reasons: [{ code: 'date-unixtime', sentence: 'He is guilty.' }] },
  'damage that is not known': { ...KNOWN, broken: 'tampered' },
  'a kind that is not known': { ...NOT_KNOWN, found: 'virus' },
  'both a format and what it is instead': { ...KNOWN, found: 'picture' },
  'neither a format nor what it is instead': { ...NOT_KNOWN, found: null },
  'a runner-up that is not known': { ...KNOWN, runnersUp: [{ format: 'x', score: 1, reasons: [] }] },
  'a count that is no number': { ...KNOWN, reasons: [{ code: 'line-headers', count: -1, form: '' }] },
  'more reasons than there can be': { ...KNOWN, reasons: Array.from({ length: 25 }, () => KNOWN.reasons[0]) },
  'more runners-up than there can be': {
    ...KNOWN,
    runnersUp: Array.from({ length: 17 }, () => KNOWN.runnersUp[0]),
  },
  'a long form': withForm('0'.repeat(101)),
  'U+0000': withForm('\u0000'),
  'half a letter': withForm('\ud800'),
  'a direction mark': withForm('\u202e'),
  'a form that is no text': withForm(7),
  'more than a true one is long': {
    ...KNOWN,
    runnersUp: Array.from({ length: 16 }, () => ({
      ...KNOWN.runnersUp[0],
      reasons: Array.from({ length: 24 }, () => ({ code: 'line-headers', form: '0'.repeat(100) })),
    })),
  },
};

for (const [what, value] of Object.entries(REFUSED)) {
  test(`a detection that is or has ${what} is none`, () => {
    assert.equal(decodeDetection(value), null);
  });
}

test('any value at all is a detection or none, and never an exception', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...Object.keys(KNOWN)), (value, key) => {
      decodeDetection(value);
      decodeDetection({ ...KNOWN, [key]: value });
    }),
  );
});

test('every code is in small letters, and every sentence is one', () => {
  assert.equal(new Set(REASON_CODES).size, REASON_CODES.length);
  for (const code of REASON_CODES) assert.match(code, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  for (const code of Object.keys(SIGNS) as (keyof typeof SIGNS)[])
    assert.match(reasonSentence({ code }), /^[A-Z].*\.$/);
});
