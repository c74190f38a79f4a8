import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { DeclaredZone } from './declared-zone.ts';

const RUNS = 300;
const SEED = 20261127;
const ZONES = [
  'Europe/London',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

function zone(name: string): DeclaredZone {
  const found = DeclaredZone.named(name);
  assert.ok(found);
  return found;
}

const local = (text: string): number => Date.parse(`${text}Z`);
const instants = (name: string, text: string): string[] =>
  zone(name)
    .instantsOf(local(text))
    .map(ms => new Date(ms).toISOString().slice(0, 16));

describe('a declared zone', () => {
  test('gives the one moment of an ordinary time, summer and winter, whole hours or not', () => {
    assert.deepEqual(instants('Europe/London', '2026-07-01T12:00'), ['2026-07-01T11:00']);
    assert.deepEqual(instants('Europe/London', '2026-12-01T12:00'), ['2026-12-01T12:00']);
    assert.deepEqual(instants('Asia/Kathmandu', '2026-12-01T12:00'), ['2026-12-01T06:15']);
  });

  test('gives both moments of the hour that comes twice, and none of the one that is left out', () => {
    assert.deepEqual(instants('Europe/London', '2026-10-25T01:30'), ['2026-10-25T00:30', '2026-10-25T01:30']);
    assert.deepEqual(instants('Europe/London', '2026-03-29T01:30'), []);
    assert.deepEqual(instants('Australia/Lord_Howe', '2026-04-05T01:45'), [
      '2026-04-04T14:45',
      '2026-04-04T15:15',
    ]);
    assert.deepEqual(instants('Pacific/Apia', '2011-12-30T12:00'), [], 'a day that Samoa never had');
  });

  test('the order of the file settles a time that came twice only where it leaves one choice', () => {
    const clock = zone('Europe/London');
    const next = (text: string) => clock.next(local(text)).utcMs;
    assert.equal(next('2026-10-25T00:50'), local('2026-10-24T23:50'));
    assert.equal(next('2026-10-25T01:30'), null);
    assert.equal(clock.next(local('2026-10-25T01:40')).hour, 'repeated');
    assert.equal(next('2026-10-25T02:10'), local('2026-10-25T02:10'));
    const after = zone('Europe/London');
    after.next(local('2026-10-25T00:59'));
    assert.equal(after.next(local('2026-10-25T02:00')).utcMs, local('2026-10-25T02:00'));
    assert.equal(
      after.next(local('2026-10-25T01:59')).utcMs,
      null,
      'earlier than the one before in either case',
    );
  });

  test(`every moment is one of the moments of what the clock showed then (${RUNS} runs)`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2009, 0) / 1000, max: Date.UTC(2027, 0) / 1000 }),
        (name, seconds) => {
          const shown = new Intl.DateTimeFormat('sv-SE', {
            timeZone: name,
            dateStyle: 'short',
            timeStyle: 'medium',
          });
          const found = zone(name).instantsOf(local(shown.format(seconds * 1000).replace(' ', 'T')));
          assert.ok(found.includes(seconds * 1000), `${name} ${seconds}`);
          assert.ok(found.length <= 2);
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test('a name that is no zone is none, and nothing is guessed', () => {
    for (const name of ['', 'Mars/Olympus', 'London', '../etc', 'x'.repeat(10_000)])
      assert.equal(DeclaredZone.named(name), null);
  });
});
