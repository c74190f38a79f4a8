import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DangerVersion } from './desk.ts';
import { sayingsOf, untickedSince } from './danger-history.ts';

const at = (n: number): Date => new Date(Date.UTC(2026, 10, 23, 14, n));
const version = (n: number, what: string, happening: DangerVersion['happening'] = []): DangerVersion => ({
  n,
  what,
  happening,
  where: '',
  who: '',
  safeNumber: '',
  mayRing: null,
  givenAt: at(n),
});

describe('what was said over several times', () => {
  test('said once and first, it has no history', () => {
    assert.deepEqual(sayingsOf([version(1, 'a')], 'what'), {
      changedAt: null,
      earlier: [],
      leftEmptyAt: null,
    });
    assert.deepEqual(sayingsOf([], 'what'), { changedAt: null, earlier: [], leftEmptyAt: null });
  });

  test('each other wording is kept with its time, repeats are not, and empty answers take nothing away', () => {
    const versions = ['a', 'a', 'b', '  ', 'b', 'a'].map((what, n) => version(n + 1, what));
    assert.deepEqual(sayingsOf(versions, 'what'), {
      changedAt: at(6),
      earlier: [
        { text: 'a', at: at(1) },
        { text: 'b', at: at(3) },
      ],
      leftEmptyAt: null,
    });
  });

  test('an answer that comes back empty says since when, also twice in a row', () => {
    const versions = ['a', '', ' '].map((what, n) => version(n + 1, what));
    assert.deepEqual(sayingsOf(versions, 'what').leftEmptyAt, at(2));
    assert.equal(sayingsOf([version(1, '')], 'what').leftEmptyAt, null);
  });

  test('a box not ticked the last time is named', () => {
    const versions = [
      version(1, '', ['child-in-danger', 'meeting-planned']),
      version(2, '', ['meeting-planned', 'confrontation']),
    ];
    assert.deepEqual(untickedSince(versions), ['child-in-danger']);
    assert.deepEqual(untickedSince([]), []);
  });
});
