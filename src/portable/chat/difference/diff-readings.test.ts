import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { encodeReadingLines, readChat } from '../index.ts';
import { WHATSAPP_READER } from '../whatsapp/read.ts';
import { diffReadings, diffReadingsAsTheyCome, type ReadingDifference } from './diff-readings.ts';

const RUNS = 200;
const SEED = 20261127;

function linesOf(text: string): string[] {
  const result = readChat(new TextEncoder().encode(text), {});
  assert.ok(result.ok);
  return [...encodeReadingLines(result.reading)];
}

const OLD = linesOf(
  'note\n27/03/2022, 21:41 - Mina: ducks\n27/03/2022, 21:42 - Jo: nine\n27/03/2022, 21:43 - Mina: ok\n',
);

type Line = Record<string, unknown>;

/** The lines with each message changed, left out, or kept. */
function rewritten(lines: readonly string[], change: (line: Line) => Line | null): string[] {
  return lines.flatMap(text => {
    const line = change(JSON.parse(text) as Line);
    return line === null ? [] : [JSON.stringify(line)];
  });
}

function difference(older: Iterable<string>, newer: Iterable<string>): ReadingDifference {
  const result = diffReadings(older, newer);
  assert.ok(result.ok, JSON.stringify(result));
  return result.difference;
}

describe('two readings of one item', () => {
  test('are the same when only one says how the format of the item was found', () => {
    const detection = {
      format: 'whatsapp-text',
      confidence: 'fair',
      reasons: [],
      broken: null,
      runnersUp: [],
    };
    const withIt = rewritten(OLD, line => (line['type'] === 'reading' ? { ...line, detection } : line));
    for (const [older, newer] of [
      [OLD, withIt],
      [withIt, OLD],
    ] as const)
      assert.ok(difference(older, newer).isSame);
  });

  test('that are equal have nothing that differs, whatever the version of the reader', () => {
    const newer = rewritten(OLD, line =>
      line['type'] === 'reading' ? { ...line, reader: 'whatsapp-text/9' } : line,
    );
    const found = difference(OLD, newer);
    assert.equal(found.isSame, true);
    assert.deepEqual(found.readers, { older: WHATSAPP_READER, newer: 'whatsapp-text/9' });
    assert.equal(found.messages.unchanged, 3);
    assert.equal(found.unread.unchanged, 1);
  });

  test('are compared key by key where a message begins at the same byte', () => {
    const newer = rewritten(OLD, line =>
      line['n'] === 1 ? { ...line, speaker: 'Jo Park', precision: 'second', replyTo: '7' } : line,
    );
    const { messages, isSame } = difference(OLD, newer);
    assert.equal(isSame, false);
    assert.deepEqual([messages.unchanged, messages.changed], [2, 1]);
    assert.deepEqual(messages.changedKeys, { speaker: 1, precision: 1, replyTo: 1 });
    assert.deepEqual(messages.firstChanged[0]?.fields, [
      { key: 'speaker', older: '"Jo"', newer: '"Jo Park"' },
      { key: 'precision', older: '"minute"', newer: '"second"' },
      { key: 'replyTo', older: null, newer: '"7"' },
    ]);
  });

  test('list what only one of them has, and a number that moved is no change', () => {
    const newer = rewritten(OLD, line => {
      if (line['n'] === 0) return null;
      return typeof line['n'] === 'number' ? { ...line, n: line['n'] - 1 } : line;
    });
    const forth = difference(OLD, newer).messages;
    assert.deepEqual(forth.firstOnlyOlder, [{ n: 0, span: [5, 37] }]);
    assert.deepEqual([forth.unchanged, forth.changed, forth.onlyNewer], [2, 0, 0]);
    assert.deepEqual(difference(newer, OLD).messages.firstOnlyNewer, forth.firstOnlyOlder);
  });

  test('show a message that ends elsewhere, and stretches that are unread in one', () => {
    const newer = rewritten(OLD, line => {
      if (line['n'] === 2) return { ...line, span: [66, 90] };
      return line['type'] === 'unread' ? { ...line, type: 'envelope' } : line;
    });
    const found = difference(OLD, newer);
    assert.deepEqual(found.messages.changedKeys, { span: 1 });
    assert.deepEqual(found.unread.firstOnlyOlder, [{ n: null, span: [0, 5] }]);
    assert.deepEqual(found.envelope.firstOnlyNewer, [{ n: null, span: [0, 5] }]);
  });

  test('name the keys of the first line and the doubts that differ', () => {
    const newer = rewritten(OLD, line =>
      line['type'] === 'reading' ? { ...line, doubts: [], unreadBytes: 0 } : line,
    );
    const found = difference(OLD, newer);
    assert.deepEqual(found.head, ['unreadBytes', 'doubts']);
    assert.ok(found.doubts.onlyOlder.includes('unread-bytes'));
    assert.deepEqual(found.doubts.onlyNewer, []);
    assert.equal(found.isSame, false);
  });

  test('count all and list a hundred, with values that are cut', () => {
    const long = `27/03/2022, 21:41 - Mina: ${'x'.repeat(300)}\n27/03/2022, 21:42 - Jo: y\n`.repeat(150);
    const older = linesOf(long);
    const newer = rewritten(older, line =>
      line['type'] === 'message' ? { ...line, body: `${String(line['body'])}!` } : line,
    );
    const { messages } = difference(older, newer);
    assert.equal(messages.changed, 300);
    assert.equal(messages.firstChanged.length, 100);
    assert.equal(messages.firstChanged[0]?.fields[0]?.older?.length, 200);
  });

  test('of items of different size are not compared', () => {
    const other = linesOf('27/03/2022, 21:41 - Mina: ducks\n');
    assert.deepEqual(diffReadings(OLD, other), { ok: false, reason: 'sizes-differ', older: 95, newer: 32 });
  });
});

test('lines that are no reading are said to be none, with the line', () => {
  const cases: [lines: string[], reason: string, line: number][] = [
    [[], 'no-first-line', 1],
    [OLD.slice(1), 'no-first-line', 1],
    [['{}'], 'no-first-line', 1],
    [[...OLD.slice(0, 2), 'x', ...OLD.slice(2)], 'not-a-reading-line', 3],
    [[...OLD, OLD[0] as string], 'not-a-reading-line', 6],
    [[OLD[0], OLD[2], OLD[1]] as string[], 'not-in-file-order', 3],
    [[OLD[0], OLD[4], OLD[1]] as string[], 'not-in-file-order', 3],
  ];
  for (const [lines, reason, line] of cases) {
    assert.deepEqual(diffReadings(lines, OLD), { ok: false, side: 'older', reason, line });
    assert.deepEqual(diffReadings(OLD, lines), { ok: false, side: 'newer', reason, line });
  }
});

test(`every message is counted once on each side, and the difference turned round is the same (${RUNS} runs)`, () => {
  const keep = fc.array(fc.constantFrom('keep', 'drop', 'change'), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(keep, keep, (first, second) => {
      const [a, b] = [first, second].map((plan, side) =>
        rewritten(OLD, line => {
          const what = typeof line['n'] === 'number' ? plan[line['n']] : 'keep';
          return what === 'drop' ? null : what === 'change' ? { ...line, body: `other ${side}` } : line;
        }),
      ) as [string[], string[]];
      const [there, back] = [difference(a, b).messages, difference(b, a).messages];
      const total = (lines: string[]) => lines.filter(line => line.startsWith('{"type":"message"')).length;
      assert.equal(there.unchanged + there.changed + there.onlyOlder, total(a));
      assert.equal(there.unchanged + there.changed + there.onlyNewer, total(b));
      assert.deepEqual(
        [back.onlyNewer, back.onlyOlder, back.changed],
        [there.onlyOlder, there.onlyNewer, there.changed],
      );
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

describe('lines that come when they are asked for', () => {
  const newer = rewritten(OLD, line => (line['n'] === 1 ? { ...line, speaker: 'Jo Park' } : line));

  test('are compared as lines at hand are', async () => {
    async function* each(lines: readonly string[]) {
      yield* lines;
    }
    assert.deepEqual(await diffReadingsAsTheyCome(each(OLD), each(newer)), diffReadings(OLD, newer));
  });

  test('are given back when one side fails, and what it threw is thrown', async () => {
    const ended: string[] = [];
    async function* ending(name: string, lines: readonly string[], failing: boolean) {
      try {
        yield* lines;
        if (failing) throw new Error('away');
      } finally {
        ended.push(name);
      }
    }
    const work = diffReadingsAsTheyCome(
      ending('older', OLD.slice(0, 2), true),
      ending('newer', newer, false),
    );
    await assert.rejects(work, /away/);
    assert.deepEqual(ended.toSorted(), ['newer', 'older']);
  });
});
