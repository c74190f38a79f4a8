import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { decodeEventPayload, encodeEventPayload, type EventPayload } from './event-payload.ts';

const PAYLOAD: EventPayload = {
  event: utf8('{"v":1}'),
  salt: new Uint8Array(32).fill(5),
  key: 'item-sealed 00',
  rows: [{ table: 'items', row: '{"id": "\\\\x00", "size_bytes": 9007199254740993}' }],
};

test('a payload comes back as it was, its rows to the letter, with or without a key', () => {
  for (const key of [PAYLOAD.key, null])
    assert.deepEqual(decodeEventPayload(encodeEventPayload({ ...PAYLOAD, key })), { ...PAYLOAD, key });
});

test('a payload in another spelling, with another table or a short salt is refused', () => {
  const text = Buffer.from(encodeEventPayload(PAYLOAD)).toString();
  for (const other of [
    ` ${text}`,
    text.replace('"items"', '"force_settings"'),
    text.replace('"v":1}]', '"v":2}]'),
    text.replace(/"salt":"[^"]+"/, '"salt":"AAAA"'),
    text.replace('"v":1', '"v":2'),
    '',
    '[]',
  ]) {
    if (other === text) continue;
    assert.equal(decodeEventPayload(utf8(other)), null, other);
  }
});
