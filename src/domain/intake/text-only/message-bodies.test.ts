import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { MessageBodies } from './message-bodies.ts';

/** The bodies of a text whose first piece is `first` bytes long. */
function bodiesOf(text: string, first = 64, rest = 1): string {
  const bytes = utf8(text);
  const bodies = new MessageBodies();
  const parts = [bodies.push(bytes.subarray(0, first))];
  for (let at = first; at < bytes.length; at += rest) parts.push(bodies.push(bytes.subarray(at, at + rest)));
  return Buffer.concat(parts).toString();
}

test('of lines, what stands behind a date and name is given, and lines without one are given whole', () => {
  const text =
    '12/03/2026, 21:41 - Kit: see you: at 8\nand bring it\n[12/03/2026, 21:42:07] Sam: ok\r\n1: 255\n';
  for (const rest of [1, 5, 500])
    assert.equal(bodiesOf(text, 1, rest), 'see you: at 8\nand bring it\nok\r\n255\n');
  const long = 'x'.repeat(150);
  assert.equal(bodiesOf(`${long}: y\n`), `${long}: y\n`.replace(/^(x{100})x/, '$1x'));
});

test('of JSON, the texts of messages are given once, without keys, numbers and escapes', () => {
  const message = (text: unknown) => ({
    id: 12,
    from: 'Sam',
    text,
    text_entities: [{ type: 'plain', text }],
  });
  const text = JSON.stringify({
    name: 'Kit',
    messages: [message('one "1" é \u2028'), message(['two', 'three'])],
  });
  for (const rest of [1, 500]) assert.equal(bodiesOf(text, 64, rest), 'one 1 é \u2028twothree');
  const behind = `Kit: look\n${JSON.stringify({ id: 1, messages: [message('one'), message('two')] }, null, 1)}`;
  assert.equal(
    bodiesOf(behind, 1)
      .replace(/[^a-z\n]/g, '')
      .replace(/\n+/g, ' '),
    'look one two ',
  );
  assert.equal(bodiesOf('[{"content":"four\\u00e9 five","x":"six"}]'), 'four five');
  assert.equal(
    bodiesOf('{"a":[{"From":"x","Content":"seven "}],"b":[{"To":"x","Text":"eight"}]}'),
    'seven eight',
  );
});
