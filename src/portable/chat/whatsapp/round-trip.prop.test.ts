import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readWhatsapp } from './read.ts';

const RUNS = 300;
const SEED = 20261123;
const SEALED_AT = '2026-11-23T20:31:22Z';

interface Clock {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

interface Style {
  readonly header: (clock: Clock) => string;
  readonly seconds: boolean;
  readonly end: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const hour12 = (hour: number): number => hour % 12 || 12;
const half = (hour: number): string => (hour < 12 ? 'AM' : 'PM');

const STYLES: readonly Style[] = [
  {
    header: c => `${two(c.day)}/${two(c.month)}/${c.year}, ${two(c.hour)}:${two(c.minute)} - `,
    seconds: false,
    end: '\n',
  },
  {
    header: c =>
      `[${two(c.day)}.${two(c.month)}.${two(c.year % 100)}, ${two(c.hour)}:${two(c.minute)}:${two(c.second)}] `,
    seconds: true,
    end: '\r\n',
  },
  {
    header: c =>
      `${c.month}/${c.day}/${two(c.year % 100)}, ${hour12(c.hour)}:${two(c.minute)}\u202f${half(c.hour)} - `,
    seconds: false,
    end: '\n',
  },
  {
    header: c =>
      `${c.year}/${c.month}/${c.day} ${c.hour < 12 ? '上午' : '下午'}${hour12(c.hour)}:${two(c.minute)} - `,
    seconds: false,
    end: '\n',
  },
  {
    header: c =>
      `[${two(c.hour)}:${two(c.minute)}:${two(c.second)}, ${two(c.day)}/${two(c.month)}/${c.year}] `,
    seconds: true,
    end: '\n',
  },
];

/** Text that begins with a letter on every line, so that no line can be a header. */
const bodyText = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 3 })
  .map(lines => lines.map(line => `w${line.replace(/[\r\n]/g, ' ')}`).join('\n'));

const speakerName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter(name => !/[:"“”„«»「」\r\n]/.test(name) && name.trim() === name && !/[\p{Cf}\p{Zs}]/u.test(name));

const conversation = fc.record({
  style: fc.constantFrom(...STYLES),
  names: fc.uniqueArray(speakerName, { minLength: 1, maxLength: 3 }),
  start: fc.integer({ min: Date.UTC(2012, 0, 1) / 1000, max: Date.UTC(2025, 0, 1) / 1000 }),
  turns: fc.array(fc.record({ who: fc.nat(2), wait: fc.nat(400_000), text: bodyText }), {
    minLength: 1,
    maxLength: 25,
  }),
});

function clockOf(seconds: number): Clock {
  const date = new Date(seconds * 1000);
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

test(`a generated WhatsApp export reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(conversation, ({ style, names, start, turns }) => {
      let at = start;
      let offset = 0;
      let text = '';
      const truth = turns.map(({ who, wait, text: body }) => {
        at += wait;
        const speaker = names[who % names.length] as string;
        const line = `${style.header(clockOf(at))}${speaker}: ${body}${style.end}`;
        const size = new TextEncoder().encode(line).length;
        const written = new Date(at * 1000).toISOString().slice(0, style.seconds ? 19 : 16);
        text += line;
        offset += size;
        return { speaker, body, written, span: [offset - size, offset] };
      });
      const reading = readWhatsapp(new TextEncoder().encode(text), { sealedAt: SEALED_AT });
      const found = [...reading.messages];
      assert.equal(found.length, truth.length);
      assert.equal(reading.unreadBytes, 0);
      found.forEach((message, n) => {
        const { speaker, body, span, written, writtenOther } = message;
        const expected = truth[n];
        assert.deepEqual(
          { speaker, body, span },
          { speaker: expected?.speaker, body: expected?.body, span: expected?.span },
        );
        const times = reading.dateOrder.decision === 'certain' ? [written] : [written, writtenOther];
        assert.ok(times.includes(expected?.written), `${times.join(' ')} does not have ${expected?.written}`);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
