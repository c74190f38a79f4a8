import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { sourceOf } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES } from '../source/window.ts';
import { CsvWalk } from './csv-walk.ts';

const RUNS = 300;
const SEED = 20261127;
const ROW = /^\d{3},/;

function rowsOf(item: string | Uint8Array, chunkBytes?: number): (readonly string[] | string)[] {
  const bytes = typeof item === 'string' ? new TextEncoder().encode(item) : item;
  const walk = new CsvWalk(sourceOf(bytes, chunkBytes), ROW);
  const rows: (readonly string[] | string)[] = [];
  for (let step = walk.next(); step !== null; step = walk.next()) {
    if (step.what !== 'row') rows.push(`${step.what} ${step.span.join('-')}`);
    else rows.push([...step.fields.map(field => walk.text(field)), ...(step.isBroken ? ['(broken)'] : [])]);
  }
  return rows;
}

const ROWS: readonly (readonly [what: string, text: string, rows: (readonly string[] | string)[]])[] = [
  ['lines of either end, and none at the last', 'a,b\r\nc,d\ne,f', [['a', 'b'], ['c', 'd'], ['e', 'f']]],
  ['empty fields and empty lines', ',\n\n"",""\n', [['', ''], [''], ['', '']]],
  ['quotes, commas and line ends within quotes', '"a,""b""","c\r\nd"\r\n', [['a,"b"', 'c\r\nd']]],
  ['a quote inside a bare field', 'a"b,c\n', [['a"b', 'c']]],
  ['a lone CR', 'a\rb,"c\rd"\n', [['a\rb', 'c\rd']]],
  ['text behind a closing quote', '"a"b,c\n', [['"a"b', 'c', '(broken)']]],
  ['CR behind a closing quote that ends no line', '"a"\r,c\n', [['"a"\r', 'c', '(broken)']]],
  ['quotes that do not match over lines, with no row within', '"a\nb"c,d\n', [['"a\nb"c', 'd', '(broken)']]],
  ['a lost quote before rows', '1,"a\n200,b\n300,c\n', ['broken 0-5', ['200', 'b'], ['300', 'c']]],
  ['a lost quote that a later row closes', '1,"a\n200,"b"\n300,c\n', ['broken 0-5', ['200', 'b'], ['300', 'c']]],
  ['a quote open to the end', '100,a\n200,"b\nc', [['100', 'a'], 'cut-off 6-14']],
  ['nothing', '', []],
]; // prettier-ignore

describe('a walk over rows', () => {
  for (const [what, text, rows] of ROWS) {
    test(`reads ${what}, whatever the size of windows`, () => {
      for (const chunkBytes of [undefined, 1, 3]) assert.deepEqual(rowsOf(text, chunkBytes), rows);
    });
  }

  test(`reads any fields as they were written, through windows of any size (${RUNS} runs)`, () => {
    const field = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc
        .array(fc.constantFrom('"', ',', '\n', '\r', 'x', '200,'), { maxLength: 6 })
        .map(parts => parts.join('')),
    );
    const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 40 }), (all, lineEnd, chunkBytes) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = all.map(row => row.map(quoted).join(',') + lineEnd).join('');
        assert.deepEqual(rowsOf(text, chunkBytes), all);
      }),
      { numRuns: RUNS, seed: SEED },
    ); // prettier-ignore
  });

  test('a row too large to be held is stepped over up to the next one, and said to be', () => {
    const bytes = new Uint8Array(MOST_MESSAGE_BYTES + 40).fill(0x78);
    bytes.set(new TextEncoder().encode('100,a\n200,"'), 0);
    bytes.set(new TextEncoder().encode('"\n300,c\n'), MOST_MESSAGE_BYTES + 32);
    assert.deepEqual(rowsOf(bytes), [['100', 'a'], `too-large 6-${MOST_MESSAGE_BYTES + 34}`, ['300', 'c']]);
  });

  test('rows are given up when too much was looked at in vain, and that is no cut', () => {
    const rows = rowsOf('100,b",""",\n'.repeat(400));
    assert.match(String(rows.at(-1)), /^broken \d+-4800$/);
  });
});
