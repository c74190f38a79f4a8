import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Allowance } from './allowance.ts';

const ONE = { ip: '192.0.2.1' };
const OTHER = { ip: '192.0.2.2' };

describe('an allowance that may be given back', () => {
  test('is one connection’s own, and whole again in the next window', () => {
    let now = new Date('2026-11-27T12:00:10Z');
    const allowance = new Allowance(
      { max: 3, windowMs: 60_000 },
      size => new Uint8Array(size).fill(1),
      () => now,
    );
    for (let n = 0; n < 3; n += 1) allowance.take(ONE);
    assert.throws(() => allowance.take(ONE), { statusCode: 429 });
    assert.throws(() => allowance.take({ ip: `::ffff:${ONE.ip}` }), { statusCode: 429 });
    allowance.take(OTHER);
    now = new Date('2026-11-27T12:00:59Z');
    assert.throws(() => allowance.take(ONE), { statusCode: 429 });
    now = new Date('2026-11-27T12:01:00Z');
    allowance.take(ONE);
  });

  test('is not spent by what is given back, and never grows by it', () => {
    const allowance = new Allowance(
      { max: 2, windowMs: 60_000 },
      size => new Uint8Array(size).fill(1),
      () => new Date('2026-11-27T12:00:00Z'),
    );
    for (let n = 0; n < 10; n += 1) {
      allowance.take(ONE);
      allowance.giveBack(ONE);
    }
    allowance.giveBack(ONE);
    allowance.take(ONE);
    allowance.take(ONE);
    assert.throws(() => allowance.take(ONE), { statusCode: 429 });
  });
});
