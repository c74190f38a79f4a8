import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ABSOLUTE_TIMEOUT_MS, IDLE_TIMEOUT_MS, sessionIsLive } from './session.ts';
import type { StoredSession } from './session.ts';

const START = new Date('2026-11-23T08:00:00Z');
const at = (ms: number): Date => new Date(START.getTime() + ms);
const session = (change: Partial<StoredSession> = {}): StoredSession => ({
  officer: { id: 'me', name: 'Tom Fairley', rank: 'PC', role: 'intake-officer' },
  formKey: new Uint8Array(32),
  createdAt: START,
  lastSeenAt: START,
  endedAt: null,
  ...change,
});

test('a session is over after half an hour without a request', () => {
  assert.equal(sessionIsLive(session(), at(IDLE_TIMEOUT_MS - 1)), true);
  assert.equal(sessionIsLive(session(), at(IDLE_TIMEOUT_MS)), false);
});

test('a session is over after twelve hours however busy it was', () => {
  const busy = session({ lastSeenAt: at(ABSOLUTE_TIMEOUT_MS - 1) });
  assert.equal(sessionIsLive(busy, at(ABSOLUTE_TIMEOUT_MS - 1)), true);
  assert.equal(sessionIsLive(busy, at(ABSOLUTE_TIMEOUT_MS)), false);
});

test('a session that was ended stays over, and a clock put back ends none', () => {
  assert.equal(sessionIsLive(session({ endedAt: START }), at(1)), false);
  assert.equal(sessionIsLive(session(), at(-60_000)), true);
});
