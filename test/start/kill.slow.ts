import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { decodePolicy } from '#portable/tlog/index.ts';
import { type Acknowledged, handInOverHttp, receiptOf } from '#support/hand-in-over-http.ts';
import { killTree, makePlace, startHandover, type Place } from '#support/running-handover.ts';

const KILLS = 50;
const VISITORS = 3;
const LONGEST_LIFE_MS = 1500;

/** A small seeded generator: the moments differ, and a failing run can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function chatOf(round: number, visitor: number, turn: number): Buffer {
  const lines = Array.from(
    { length: 30 },
    (_, i) => `18/09/2026, 19:${10 + i} - Jay R: round ${round} visitor ${visitor} turn ${turn} line ${i}`,
  );
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Hands in again and again until the connection breaks under it. */
async function keepHandingIn(
  place: Place,
  name: { round: number; visitor: number },
  taken: Acknowledged[],
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    try {
      const done = await handInOverHttp(place, chatOf(name.round, name.visitor, turn));
      if (done === null) return;
      taken.push(done);
    } catch {
      return;
    }
  }
}

test(`after kill -9 of the whole tree at ${KILLS} random moments, every acknowledged hand-in is complete and its receipt verifies`, async t => {
  const place = await makePlace();
  const random = seeded(20_261_123);
  const taken: Acknowledged[] = [];
  for (let round = 0; round < KILLS; round += 1) {
    await startHandover(place).ready;
    const visitors = Array.from({ length: VISITORS }, (_, visitor) =>
      keepHandingIn(place, { round, visitor }, taken),
    );
    await sleep(20 + random() * LONGEST_LIFE_MS);
    await killTree(place);
    await Promise.all(visitors);
  }
  const last = startHandover(place);
  await last.ready;
  const decoded = decodePolicy(readFileSync(join(place.dataFolder, 'policy', 'force.tlog-policy'), 'utf8'));
  assert.ok(decoded.ok);
  t.diagnostic(`${taken.length} acknowledged hand-ins`);
  assert.ok(
    taken.length >= KILLS / 2,
    `only ${taken.length} hand-ins were acknowledged: the test saw too little`,
  );
  for (const { visitor, reference, bytes } of taken) {
    const receipt = await receiptOf(visitor, reference);
    const verified = verifyReceipt(receipt, { policy: decoded.policy, files: [bytes] });
    assert.equal(
      verified.verdict,
      'verified',
      `${reference}: ${JSON.stringify(verified.findings.filter(finding => finding.outcome === 'failed'))}`,
    );
    assert.equal(verified.receipt?.reference, reference);
  }
  assert.equal(new Set(taken.map(one => one.reference)).size, taken.length, 'a reference was given twice');
  last.child.kill('SIGTERM');
  await last.exited;
});
