import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { HeaderReader } from './header.ts';
import { sourceOf } from '../source/byte-source.ts';
import { Batches } from './batches.ts';
import { ShapeTable, unpackDate } from './shape-table.ts';
import type { KnownShape } from './shape-table.ts';

const RUNS = 300;
const SEED = 20261123;

const number = fc.oneof(
  fc.nat(12).map(String),
  fc.nat(70).map(n => String(n).padStart(2, '0')),
  fc.nat(2600).map(String),
);
const line = fc
  .record({
    numbers: fc.array(number, { minLength: 6, maxLength: 6 }),
    style: fc.nat(7),
    tail: fc.constantFrom('Mina: x', '', ' ', '7: x', '\u200eMina: x'),
  })
  .map(({ numbers: [a, b, c, h, m, s], style, tail }) => {
    const styles = [
      `${a}/${b}/${c}, ${h}:${m} - `, `[${a}.${b}.${c}, ${h}:${m}:${s}] `, `${a}/${b}/${c}, ${h}:${m} PM - `, `${h}:${m}, ${a}/${b}/${c} - `,
      `${a}/${b}/${c}, ${h}:${m} ᏌᎾᎴ - `, `${a}/${b}/R${c} ${h}:${m} - `, `[${h}:${m}:${s}, ${a}/${b}/${c}] `, `${a}/${b}/${c} 下午${h}:${m} - `,
    ]; // prettier-ignore
    return `${styles[style]}${tail}`;
  });

test(`a line recognised by its likeness to an earlier one is read as the header reader reads it (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lines => {
      const bytes = new TextEncoder().encode(lines.join('\n'));
      const table = new ShapeTable();
      const found = new Batches(sourceOf(bytes), table, 0);
      const { batch } = found;
      const any = found.next();
      const reader = new HeaderReader();
      let start = 0;
      let n = 0;
      for (const text of lines) {
        const end = start + new TextEncoder().encode(text).length;
        if (end > start && reader.read(bytes, start, end)) {
          const { date, time } = reader;
          const { shape } = table.shapes[batch.shape[n] as number] as KnownShape;
          assert.equal(batch.start[n], start);
          assert.equal(batch.textStart[n], reader.textStart);
          assert.equal(batch.textEnd[n], reader.textEnd);
          assert.equal(batch.contentStart[n], reader.contentStart);
          assert.equal(batch.second[n], reader.hour * 3600 + time.minute * 60 + Math.max(time.second, 0));
          assert.deepEqual(unpackDate(batch.date[n] as number, shape), { a: date.a, b: date.b, c: date.c });
          assert.deepEqual(shape, reader.shape());
          n += 1;
        }
        start = end + 1;
      }
      assert.equal(any ? batch.length : 0, n);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
