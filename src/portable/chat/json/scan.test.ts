import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BROKEN, CUT_OFF, DEEPEST, JsonScanner } from './scan.ts';

function endOf(text: string): number {
  return new JsonScanner(new TextEncoder().encode(text)).valueEnd(0);
}

test('a whole value ends where it ends', () => {
  const wholes = [
    '{}',
    '[]',
    '""',
    '{"a":1}',
    '[1,[2,{"b":[]}],"]"]',
    '{"a":{"b":"}"},"c":null}',
    ' { "a" : [ 1 , 2 ] } ',
    '"\\""',
    '"\\\\"',
    '"\\x0B"',
  ];
  for (const text of wholes) assert.equal(endOf(`${text},`), text.trimEnd().length, text);
});

test('a value that the file cuts off is cut off at every place', () => {
  const text = '{"a":[1,{"b":"c\\"d"}],"e":null}';
  for (let length = 1; length < text.length; length++)
    assert.equal(endOf(text.slice(0, length)), CUT_OFF, text.slice(0, length));
  assert.equal(endOf(''), CUT_OFF);
});

test('a value against the grammar is broken at the place where it is', () => {
  const cases = [['{"a":1,}', 7], ['{"a" 1}', 5], ['{a:1}', 1], ['[1 2]', 3], ['[1,]', 3], ['{"a":?}', 5], ['[}', 1], ['{"a":1]', 6]] as const; // prettier-ignore
  for (const [text, at] of cases) {
    const scanner = new JsonScanner(new TextEncoder().encode(text));
    assert.equal(scanner.valueEnd(0), BROKEN, text);
    assert.equal(scanner.brokenAt, at, text);
  }
});

test('nesting is followed to its limit and no deeper', () => {
  const nested = (depth: number) => '['.repeat(depth) + '1' + ']'.repeat(depth);
  assert.equal(endOf(`${nested(DEEPEST)} `), DEEPEST * 2 + 1);
  assert.equal(endOf(`${nested(DEEPEST + 1)} `), BROKEN);
});

test('members and elements are given with their exact bytes', () => {
  const text = '{ "a" : [1, {"b":2}, "x,y"] , "c\\"d":null}';
  const bytes = new TextEncoder().encode(text);
  const scanner = new JsonScanner(bytes);
  const members = [...scanner.members(0, bytes.length)];
  assert.deepEqual(
    members.map(({ keyStart, keyEnd, start, end }) => [text.slice(keyStart, keyEnd), text.slice(start, end)]),
    [['a', '[1, {"b":2}, "x,y"]'], ['c\\"d', 'null']], // prettier-ignore
  );
  const [list] = members;
  assert.ok(list);
  const elements = [...scanner.elements(list.start, list.end)].map(([start, end]) => text.slice(start, end));
  assert.deepEqual(elements, ['1', '{"b":2}', '"x,y"']);
  assert.deepEqual([...scanner.members(8, 8)], []);
});
