import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { connectionOf, DailyMarks } from './connection.ts';

describe('a connection', () => {
  test('is an IPv4 address, or the first 64 bits of an IPv6 address, however it is written', () => {
    for (const [address, connection] of [
      ['192.0.2.1', '192.0.2.1'],
      ['::ffff:192.0.2.1', '192.0.2.1'],
      ['::FFFF:192.0.2.1', '192.0.2.1'],
      ['2001:db8:0:7::1', '2001:db8:0:7'],
      ['2001:0DB8:0000:0007:ffff:1:2:3', '2001:db8:0:7'],
      ['2001:db8::', '2001:db8:0:0'],
      ['::1', '0:0:0:0'],
      ['fe80::1%eth0', 'fe80:0:0:0'],
    ] as const)
      assert.equal(connectionOf(address), connection);
  });

  test('has one mark for a day, which neither the next day nor another process can make again', () => {
    let now = new Date('2026-11-23T10:00:00Z');
    const marks = new DailyMarks(randomBytes, () => now);
    const first = marks.markOf('2001:db8:0:7::1');
    now = new Date('2026-11-23T23:59:59Z');
    assert.deepEqual(marks.markOf('2001:db8:0:7::99'), first);
    assert.notDeepEqual(marks.markOf('2001:db8:0:8::1'), first);
    assert.notDeepEqual(new DailyMarks(randomBytes, () => now).markOf('2001:db8:0:7::1'), first);
    now = new Date('2026-11-24T00:00:00Z');
    assert.notDeepEqual(marks.markOf('2001:db8:0:7::1'), first);
    assert.equal(first.length, 16);
  });
});
