import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { HeaderReader } from './header.ts';
import { scanHeaders } from './scan.ts';

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
      const { headers } = scanHeaders(bytes, 0);
      const reader = new HeaderReader(bytes);
      let start = 0;
      let n = 0;
      for (const text of lines) {
        const end = start + new TextEncoder().encode(text).length;
        if (end > start && reader.read(start, end)) {
          const { date, time } = reader;
          assert.equal(headers.start.at(n), start);
          assert.equal(headers.textStart.at(n), reader.textStart);
          assert.equal(headers.textEnd.at(n), reader.textEnd);
          assert.equal(headers.contentStart.at(n), reader.contentStart);
          assert.equal(
            headers.secondOfDay.at(n),
            reader.hour * 3600 + time.minute * 60 + Math.max(time.second, 0),
          );
          assert.deepEqual(headers.partsOf(n), { a: date.a, b: date.b, c: date.c });
          assert.deepEqual(headers.shapeOf(n), reader.shape());
          n += 1;
        }
        start = end + 1;
      }
      assert.equal(headers.length, n);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
