import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { sourceOf } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES } from '../source/window.ts';
import { JsonWalker } from './walker.ts';

const RUNS = 200;
const SEED = 20261127;
const encoder = new TextEncoder();

/** Windows of one byte, of a few, and of more than the whole. */
const CHUNKS = [1, 7, 1 << 20];

function walkerOver(text: string, chunkBytes: number): JsonWalker {
  return new JsonWalker(sourceOf(encoder.encode(text), chunkBytes));
}

type Walked = { elements: string[]; spans: [number, number][]; stop: string | null };

/** The elements of the array under `list` of a top object. */
function walkList(walker: JsonWalker): Walked {
  const walked: Walked = { elements: [], spans: [], stop: null };
  if (walker.enter()) while (walkMember(walker, walked));
  walked.stop = walker.stop;
  return walked;
}

function walkMember(walker: JsonWalker, walked: Walked): boolean {
  const key = walker.nextMember();
  if (key === null) return false;
  if (key !== 'list' || !walker.enter()) return walker.skip();
  while (walker.nextElement() && takeElement(walker, walked));
  return walker.stop === null;
}

function takeElement(walker: JsonWalker, { elements, spans }: Walked): boolean {
  const value = walker.value();
  if (walker.stop === 'broken') return walker.resume(/^\{"id"/) !== null;
  if (value === null) return walker.stop === 'too-large';
  const { base, bytes } = walker.window;
  elements.push(new TextDecoder().decode(bytes.subarray(...value)));
  spans.push([base + value[0], base + value[1]]);
  return true;
}

describe('a walk through JSON', () => {
  for (const chunkBytes of CHUNKS) {
    const held = `through windows of ${chunkBytes} bytes`;

    test(`gives each element with its place and steps over the rest, ${held}`, () => {
      const text = '{"a":{"list":[1]},"list":[ {"x":"]}"} , 12,"\\"s",[ ] ,null],"z":{"y":[[]]}}';
      const walked = walkList(walkerOver(text, chunkBytes));
      assert.deepEqual(walked.elements, ['{"x":"]}"}', '12', '"\\"s"', '[ ]', 'null']);
      assert.equal(walked.stop, null);
      assert.deepEqual(
        walked.spans.map(([start, end]) => text.slice(start, end)),
        walked.elements,
      );
    });

    test(`a document cut off anywhere gives the elements before the cut, and says so, ${held}`, () => {
      const text = '{"list":[{"id":1},{"id":2}]}';
      for (let cut = 1; cut < text.length; cut++) {
        const { elements, stop } = walkList(walkerOver(text.slice(0, cut), chunkBytes));
        assert.equal(stop, 'cut-off', text.slice(0, cut));
        assert.ok(cut < 17 || elements[0] === '{"id":1}');
      }
    });

    test(`goes on behind a broken element, ${held}`, () => {
      const text = '{"list":[{"id":1},{"id":2,,},{"no":0},{"id":3}]}';
      const { elements, stop } = walkList(walkerOver(text, chunkBytes));
      assert.deepEqual([elements, stop], [['{"id":1}', '{"id":3}'], null]);
    });
  }

  test(`any JSON value is found as JSON.parse finds it, in windows of any size (${RUNS} runs)`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 8 }),
        fc.constantFrom(undefined, 1, '\t'),
        fc.integer({ min: 1, max: 40 }),
        (list, indent, chunkBytes) => {
          const { elements } = walkList(
            walkerOver(JSON.stringify({ before: list, list }, null, indent), chunkBytes),
          );
          assert.deepEqual(
            elements.map(element => JSON.parse(element) as unknown),
            JSON.parse(JSON.stringify(list)),
          );
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test('a value too large to hold is stepped over, and its place is told', () => {
    const large = `{"a":"${'x\\"'.repeat(MOST_MESSAGE_BYTES / 3)}"}`;
    const walker = walkerOver(`[${large},7]`, 1 << 20);
    assert.ok(walker.enter() && walker.nextElement());
    assert.equal(walker.value(), null);
    assert.equal(walker.stop, 'too-large');
    assert.deepEqual(walker.large, [1, 1 + large.length]);
    assert.ok(walker.nextElement());
    assert.notEqual(walker.value(), null);
    assert.equal(walker.nextElement(), false);
    assert.equal(walker.stop, null);
    assert.ok(walker.steps < 12 * large.length, 'linear work');
  });

  test('the work is linear in the bytes, whatever the size of windows and values', () => {
    const text = `{"list":[${Array.from({ length: 2000 }, (_, id) => `{"id":${id},"t":"${'y'.repeat(90)}"}`).join(',')}]}`;
    for (const chunkBytes of [64, 1024, 1 << 20]) {
      const walker = walkerOver(text, chunkBytes);
      assert.equal(walkList(walker).elements.length, 2000);
      assert.ok(
        walker.steps < 80 * text.length,
        `${walker.steps} steps, ${text.length} bytes, ${chunkBytes}`,
      );
    }
  });
});
