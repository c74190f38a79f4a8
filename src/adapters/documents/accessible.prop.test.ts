import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { createCompiler } from './compiler.ts';
import { documentFonts } from './resources.ts';
import { sheetData } from './sheet-data.ts';
import { HOSTILE_NAMES, sheetWithNames } from './testing/sheets.ts';

const TEMPLATE = readFileSync(join(import.meta.dirname, 'receipt.typ'), 'utf8');

/** Parts of names: letters of our fonts, of none, marks to combine, joiners, and what turns or ends a line. */
const PARTS = fc.oneof(
  fc.constantFrom(
    'a',
    'fi',
    'ż',
    'Ω',
    'Ж',
    'ế',
    'ש',
    'سا',
    'می\u200Cخ',
    '中',
    '🦊',
    '👩🏽\u200D🚀',
    '❤\uFE0F',
    'क्\u200Dष',
  ),
  fc.constantFrom(
    '\u0301',
    '\u0323',
    '\u05B8',
    '\u064B',
    '\u200D',
    '\u200C',
    '\u202E',
    '\u2067',
    '\u0000',
    '\n',
    '\uFFFD',
    ' ',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

describe('the claim of PDF/UA-1', () => {
  let check: (names: readonly string[]) => Buffer;
  before(async () => {
    // The native form of the same compiler can be asked for the standard, and refuses what breaks it. It has no place in
    // the product, where a compiler must not be able to touch the machine.
    const fonts = documentFonts();
    const { covered } = await createCompiler(fonts);
    const native = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: [...fonts] }] });
    check = names => {
      native.mapShadow('/sheet.json', Buffer.from(JSON.stringify(sheetData(sheetWithNames(names), covered))));
      native.addSource('/receipt.typ', TEMPLATE);
      return native.pdf({ mainFilePath: '/receipt.typ' }, { pdfStandard: 'ua-1' });
    };
  });

  test("the compiler's own check for PDF/UA-1 accepts the document with hostile names", () => {
    assert.match(check(HOSTILE_NAMES).toString('latin1'), /pdfuaid:part>1/);
  });

  test('and refuses one with a character that no font has, so the check is one', () => {
    assert.throws(() => {
      const native = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: [...documentFonts()] }] });
      native.addSource('/one.typ', '#set document(title: "x")\n= x\n中');
      native.pdf({ mainFilePath: '/one.typ' }, { pdfStandard: 'ua-1' });
    });
  });

  test('it accepts it with any names whatever', () => {
    const name = fc.array(PARTS, { maxLength: 12 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), names => {
        check(names);
      }),
      { numRuns: 25, seed: 14 },
    );
  });
});
