import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeReadingLine, encodeReadingLines, readChat } from './index.ts';

function linesOf(text: string, withDetection = false): string[] {
  const result = readChat(new TextEncoder().encode(text), {});
  assert.ok(result.ok);
  return [...encodeReadingLines(result.reading, withDetection ? result.detection : null)];
}

const CHAT =
  '\ufeffnote\n[27/03/2022, 21:41:35] Mina: hello\n[27/03/2022, 21:42:00] Jo: \u200eimage omitted\n';
const LINES = linesOf(CHAT);
const HANDED_OVER = linesOf(CHAT, true);

test('the first line is the reading, then messages in order, then unread spans, then envelope spans', () => {
  const types = LINES.map(line => (JSON.parse(line) as { type: string }).type);
  assert.deepEqual(types, ['reading', 'message', 'message', 'unread', 'envelope']);
});

test('a line of each type is written byte for byte as the contract says', () => {
  assert.ok(
    LINES[0]?.startsWith(
      '{"type":"reading","format":"whatsapp-text","messages":2,"reader":"whatsapp-text/3","bytes":',
    ),
  );
  assert.equal(
    LINES[1],
    '{"type":"message","n":0,"kind":"text","speaker":"Mina","written":"2022-03-27T21:41:35","writtenText":"27/03/2022, 21:41:35",' +
      '"instant":null,"body":"hello","span":[8,43],"doubts":[],"precision":"second","rule":"whatsapp/speaker"}',
  );
  assert.equal(LINES[3], '{"type":"unread","span":[3,8]}');
  assert.equal(LINES[4], '{"type":"envelope","span":[0,3]}');
});

test('a head that is handed over carries the detection as its last member, byte for byte, and no other line changes', () => {
  const [head = '', ...others] = HANDED_OVER;
  assert.equal(
    head,
    `${LINES[0]?.slice(0, -1)},"detection":{"format":"whatsapp-text","confidence":"fair","reasons":[` +
      '{"code":"line-headers","count":2,"form":"[00/00/yyyy, 00:00:00] "}],"broken":null,"runnersUp":[]}}',
  );
  assert.deepEqual(others, LINES.slice(1));
});

test('a detection of another format than the one that was read is not handed over', () => {
  const result = readChat(new TextEncoder().encode(CHAT), { format: 'telegram-json' });
  assert.ok(result.ok);
  const [head = ''] = encodeReadingLines(result.reading, result.detection);
  assert.doesNotMatch(head, /"detection"/);
});

test('every line written is accepted', () => {
  for (const line of [...LINES, ...HANDED_OVER]) assert.equal(decodeReadingLine(line).ok, true, line);
});

const REFUSED: readonly (readonly [what: string, line: string, reason: string])[] = [
  ['nothing', '', 'not-json'],
  ['half a line', LINES[1]?.slice(0, -1) ?? '', 'not-json'],
  ['a space before the line', ` ${LINES[3]}`, 'not-canonical'],
  ['a line end', `${LINES[3]}\n`, 'not-canonical'],
  ['keys in another order', '{"span":[3,8],"type":"unread"}', 'not-canonical'],
  ['a key given twice', '{"type":"unread","span":[1,2],"span":[3,8]}', 'not-canonical'],
  [
    'an escape that need not be',
    '{"type":"unread","span":[3,8]}'.replace('unread', '\\u0075nread'),
    'not-canonical',
  ],
  ['a number written another way', '{"type":"unread","span":[3,8.0]}', 'not-canonical'],
  ['an unknown type', '{"type":"guess","span":[3,8]}', 'not-a-reading-line'],
  ['a type of the language itself', '{"type":"constructor"}', 'not-a-reading-line'],
  ['an unknown key', '{"type":"unread","span":[3,8],"x":1}', 'not-a-reading-line'],
  ['a missing key', '{"type":"unread"}', 'not-a-reading-line'],
  ['a span that runs backwards', '{"type":"unread","span":[8,3]}', 'not-a-reading-line'],
  ['a negative span', '{"type":"unread","span":[-1,3]}', 'not-a-reading-line'],
  ['a fraction', '{"type":"unread","span":[1.5,3]}', 'not-a-reading-line'],
  ['a number that is not safe', '{"type":"unread","span":[0,9007199254740993]}', 'not-a-reading-line'],
  ['a list', '[]', 'not-a-reading-line'],
  ['null', 'null', 'not-a-reading-line'],
  ['a detection that is a text', (LINES[0] ?? '').replace(/\}$/, ',"detection":"x"}'), 'not-a-reading-line'],
  [
    'a detection whose list holds no reasons',
    HANDED_OVER[0]?.replace('{"code":"line-headers"', '{"why":"line-headers"') ?? '',
    'not-a-reading-line',
  ],
  ['an unknown kind', (LINES[1] ?? '').replace('"kind":"text"', '"kind":"guilt"'), 'not-a-reading-line'],
];

for (const [what, line, reason] of REFUSED) {
  test(`a reading line with ${what} is refused as ${reason}`, () => {
    assert.deepEqual(decodeReadingLine(line), { ok: false, reason });
  });
}

test('fields named like parts of the language survive as written', () => {
  const source =
    '{"name":"L","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date":"2022-01-02T03:04:05","from":"L","text":"x","__proto__":{"a":1},"7":8}]}';
  const [, message] = linesOf(source);
  assert.match(message ?? '', /"extra":\{"7":"8","__proto__":"\{\\"a\\":1\}"\}/);
  assert.equal(decodeReadingLine(message ?? '').ok, true);
});
