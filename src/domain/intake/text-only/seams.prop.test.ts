import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { utf8 } from '#portable/bytes/index.ts';
import { drawing, mediaLike, UNKNOWN_WRITINGS } from './testing/written-media.ts';
import { TextScreen, type TextRefusal } from './text-screen.ts';

const SEED = 20_261_127;
/** What the column of the database takes. */
const COLUMN_BYTES = 131_072;
const MEDIA = mediaLike(16_000);
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), MEDIA.subarray(0, 200)]);
const HONEST = Array.from(
  { length: 70 },
  (_, n) =>
    `12/03/2026, 21:${10 + (n % 50)} - ${n % 3 ? 'Kit' : 'Sam'}: are you coming to the station at ${n}? 🙂 œuvre\n`,
).join('');
const JSON_HONEST = JSON.stringify(
  { messages: Array.from({ length: 60 }, (_, id) => ({ id, from: 'Kit', text: `hello \\ "${id}" żółw` })) },
  null,
  1,
);

const KNOWN: Readonly<Record<string, string>> = {
  base64: PNG.toString('base64'),
  'base64, each character on a line': PNG.toString('base64').split('').join('\n'),
  hex: PNG.toString('hex'),
  numbers: `[${[...PNG].join(', ')}]`,
  signed: [...PNG].map(byte => (byte << 24) >> 24).join(','),
  'escapes of JSON': [...PNG].map(byte => `\\u00${byte.toString(16).padStart(2, '0')}`).join(''),
  percent: [...PNG].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'HTML references': [...PNG].map(byte => `&#x${byte.toString(16)};`).join(''),
  'a spoken beginning': JSON.stringify(`GIF89a${MEDIA.toString('latin1', 0, 90)}`),
  'a spoken word': 'a GIF89a and an ID3 tag, see /9j/ and then we met the others',
  'a data address': 'da ta:image/png;base64 ,AAAA',
  uuencode: '\nbegin 644 photo.jpg\nM_]C_X\n',
  Ascii85: `<~${'9jqo^BlbD-BleB1DJ+*+F(f,q'.repeat(9)}~>`,
};

/** Whether a piece was refused, and the state after each that was not, as JSON. */
type Course = { readonly refusal: TextRefusal | null; readonly states: readonly string[] };

function read(pieces: readonly Uint8Array[], between: (screen: TextScreen) => TextScreen): Course {
  const states: string[] = [];
  let screen = new TextScreen();
  for (const piece of pieces) {
    const refusal = screen.push(piece);
    if (refusal !== null) return { refusal, states };
    states.push(JSON.stringify(screen.memory()));
    screen = between(screen);
  }
  return { refusal: screen.end(), states };
}

const uninterrupted = (pieces: readonly Uint8Array[]) => read(pieces, screen => screen);
/** Each piece is read by a screen of its own, as requests of a resumable upload are. */
const interrupted = (pieces: readonly Uint8Array[]) =>
  read(pieces, screen => {
    const memory = screen.memory();
    if (memory === null) return screen;
    return TextScreen.resume(JSON.parse(JSON.stringify(memory)) as unknown[]) ?? assert.fail('not resumed');
  });

function cut(text: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const at = [0, ...places.toSorted((a, b) => a - b), text.length];
  return at.slice(1).map((end, n) => text.subarray(at[n], end));
}

function cutAtRandom(text: Uint8Array, next: (below: number) => number, pieces: number) {
  return cut(
    text,
    Array.from({ length: pieces }, () => next(text.length)),
  );
}

const stretch = fc.oneof(
  fc.nat({ max: 200 }).map(size => HONEST.slice(size)),
  fc.constant(JSON_HONEST),
  fc.constantFrom(...Object.values(KNOWN)),
  fc
    .tuple(fc.constantFrom(...Object.values(UNKNOWN_WRITINGS)), fc.integer({ min: 4, max: 560 }))
    .map(([write, size]) => write(Buffer.from(MEDIA.subarray(0, 16 * size)))),
  fc
    .tuple(fc.constantFrom(' ', '\n', '\t', '.', '\u00a0'), fc.nat({ max: 60_000 }))
    .map(([c, n]) => c.repeat(n)),
  fc.string({ unit: 'grapheme', maxLength: 300 }).map(text => text.toWellFormed()),
);

describe('the wall of text across the seams of an upload', () => {
  test('a text that is cut anywhere is judged at each piece as if it had never been cut, and remembered alike', () => {
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.integer({ min: 1, max: 25 }),
        (stretches, seed, count) => {
          const pieces = cutAtRandom(utf8(stretches.join('')), drawing(seed), count);
          assert.deepEqual(interrupted(pieces), uninterrupted(pieces));
        },
      ),
      { seed: SEED, numRuns: 120 },
    );
  });

  const forms = {
    ...UNKNOWN_WRITINGS,
    ...Object.fromEntries(Object.entries(KNOWN).map(([k, v]) => [k, () => v])),
  };

  test(`each of ${Object.keys(forms).length} written forms is judged the same behind a talk, however it is cut`, () => {
    const next = drawing(SEED);
    for (const [way, write] of Object.entries(forms)) {
      const text = utf8(`${HONEST}${write(Buffer.from(MEDIA))}\n${HONEST}`);
      for (const count of [3, 40]) {
        const pieces = cutAtRandom(text, next, count);
        const course = interrupted(pieces);
        assert.deepEqual(course, uninterrupted(pieces), way);
        assert.equal(course.refusal === null, way === 'a spoken word', way);
      }
    }
  });

  test('cut between every two bytes, exports, addresses and blocks are judged as if they had not been cut', () => {
    const telegram = UNKNOWN_WRITINGS['base64 in messages of a JSON export']!(
      Buffer.from('hello, are you coming?'),
    );
    const strings =
      '{"text":["one",{"type":"bold","text":"two \\u017c \\"q\\" \\\\"}],"n":[1,2],"content":"three"}';
    const bits = '0110100001101001 0011'.repeat(4);
    for (const [text, isRefused] of [
      [`${JSON_HONEST}${telegram}${strings}${bits}${strings}`, false],
      [`${HONEST}${telegram}\n${strings}\n${telegram}`, false],
      [`${HONEST} da ta:image/png;base64 ,AAAA`, true],
      [`${HONEST}${KNOWN['Ascii85']!}`, true],
      [`${HONEST}${KNOWN['a spoken beginning']!}`, true],
    ] as const) {
      const bytes = utf8(text);
      const first = 4100;
      const pieces = cut(
        bytes,
        Array.from({ length: bytes.length - first }, (_, n) => first + n),
      );
      const course = interrupted(pieces);
      assert.deepEqual(course, uninterrupted(pieces));
      assert.equal(course.refusal !== null, isRefused, text.slice(-60));
    }
  });

  test('neither blanks nor an honest talk between short pieces hide a file written out in base64', () => {
    const base64 = mediaLike(60_000).toString('base64');
    for (const filler of [
      ' '.repeat(49_152),
      '\n'.repeat(300_000),
      '. '.repeat(40_000),
      'ä'.repeat(60_000),
    ]) {
      const pieces = [utf8(HONEST + filler)];
      for (let at = 0; at < base64.length; at += 3900)
        pieces.push(utf8(base64.slice(at, at + 3900) + filler));
      const { refusal, states } = interrupted(pieces);
      assert.equal(refusal?.reason, 'written-file');
      assert.ok(states.length <= 3, `it was found after ${states.length} pieces`);
    }
  });

  test('a picture’s beginning is found however much stands between its first characters and the next', () => {
    const [first, ...rest] = [KNOWN['base64']!.slice(0, 4), KNOWN['base64']!.slice(4)];
    const pieces = [HONEST, first!, ' '.repeat(200_000), '\n'.repeat(200_000), ...rest].map(utf8);
    assert.equal(interrupted(pieces).refusal?.reason, 'written-file');
  });

  test('the largest state is a fifth of what the database takes', () => {
    const distinct = (from: number) =>
      Array.from({ length: 880 }, (_, n) => String.fromCodePoint(from + n)).join('');
    const whole = [
      HONEST,
      distinct(0x400),
      distinct(0x4e00),
      distinct(0x1f000),
      MEDIA.toString('base64', 0, 2900),
      `\n${'ÿ'.repeat(60)} data:${'x'.repeat(399)}`,
    ].join('');
    const { refusal, states } = uninterrupted([utf8(whole)]);
    assert.equal(refusal, null);
    const [state = ''] = states;
    assert.ok(state.length > 10_000, `${state.length} characters`);
    assert.ok(state.length < COLUMN_BYTES / 5, `${state.length} characters`);
  });

  test('a memory that is damaged anywhere goes on or is none, and is never an exception', () => {
    const screen = new TextScreen();
    assert.equal(screen.push(utf8(HONEST + JSON_HONEST)), null);
    const memory = screen.memory() ?? assert.fail('no memory');
    const next = utf8(HONEST);
    const bad = [
      -1,
      0.5,
      1e300,
      NaN,
      null,
      '',
      'AA==',
      'AAAA',
      '!',
      '////'.repeat(2000),
      [],
      {},
      undefined,
      true,
    ];
    for (let at = 0; at < memory.length; at += 1)
      for (const value of bad) TextScreen.resume(memory.with(at, value as number))?.push(next);
    for (let size = 0; size < memory.length; size += 1)
      assert.equal(TextScreen.resume(memory.slice(0, size)), null, `${size} values`);
    assert.equal(TextScreen.resume([...memory, 0]), null);
    assert.ok(TextScreen.resume(memory));
  });
});
