import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from '../source/byte-source.ts';
import { readDiscordExporter } from './exporter-read.ts';
import { readDiscordPackageCsv } from './package-csv-read.ts';
import { readDiscordPackageJson } from './package-json-read.ts';
import { millisOfSnowflake } from './snowflake.ts';

const encoder = new TextEncoder();

test('the time in a number is that of the service, and what is no number of 64 bits has none', () => {
  assert.equal(millisOfSnowflake('175928847299117063'), Date.UTC(2016, 3, 30, 11, 18, 25, 796));
  assert.equal(millisOfSnowflake('0'), Date.UTC(2015, 0, 1));
  assert.equal(millisOfSnowflake('18446744073709551615'), 5_818_116_911_103);
  for (const id of ['18446744073709551616', '-1', '1.0E+18', ''])
    assert.equal(millisOfSnowflake(id), null, id);
});

test('of more damaged entries than are listed the rest of the file is one unread span', () => {
  const items = Array.from({ length: 21_000 }, (_, n) => (n % 2 === 0 ? 'null' : `{"ID":${n}}`));
  const bytes = encoder.encode(`[${items.join(',')}]`);
  const { unread, messageCount } = readDiscordPackageJson(sourceOf(bytes));
  assert.equal(unread.length, 9999);
  assert.equal(unread.at(-1)?.[1], bytes.length);
  assert.ok(messageCount > 9000 && messageCount < 10_001);
});

test('of more damaged rows than are listed the rest of the file is one unread span', () => {
  const rows = Array.from({ length: 21_000 }, (_, n) =>
    n % 2 === 0 ? 'damaged' : `${n},2024-01-01 00:00:00,a,`,
  );
  const bytes = encoder.encode(rows.join('\n'));
  const { unread, messageCount } = readDiscordPackageCsv(sourceOf(bytes));
  assert.equal(unread.length, 9999);
  assert.equal(unread.at(-1)?.[1], bytes.length);
  assert.ok(messageCount > 9000 && messageCount < 10_001);
});

test('a number of 64 bits is kept whole, in quotes or bare', () => {
  const bytes = encoder.encode(
    '[{"ID": 9223372036854775807, "Contents": "a"}, {"ID": "9223372036854775806"}]',
  );
  const ids = [...readDiscordPackageJson(sourceOf(bytes)).messages].map(({ id }) => id);
  assert.deepEqual(ids, ['9223372036854775807', '9223372036854775806']);
});

test('an export whose channel stands behind its messages is named all the same', () => {
  const bytes = encoder.encode('{"messages":[{"id":"1"}],"channel":{"id":"7","name":"pond"},"guild":{"name":"Club"},"messageCount":1}'); // prettier-ignore
  const { conversations } = readDiscordExporter(sourceOf(bytes));
  assert.deepEqual(conversations, [{ name: 'Club / pond', id: '7', kind: null, messages: 1 }]);
});
