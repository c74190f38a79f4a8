import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkPolicy, decodeNote, decodePolicy } from './index.ts';
import type { PolicyCheck } from './index.ts';

type Check = {
  name: string;
  policy: string;
  note: string;
  signed?: true;
  refused?: string;
  witnesses?: string[];
};
type Refused = { why: string; policy: string; line: number };

const url = new URL('../../../vectors/tlog/policies.json', import.meta.url);
const { checks, refused } = JSON.parse(readFileSync(url, 'utf8')) as { checks: Check[]; refused: Refused[] };

function checked({ policy, note }: Check): PolicyCheck {
  const [rules, signed] = [decodePolicy(policy), decodeNote(note)];
  assert.ok(rules.ok, rules.ok ? '' : rules.reason);
  assert.ok(signed.ok);
  return checkPolicy(signed.note, rules.policy);
}

test(`${checks.length} checkpoints are judged by their policies`, () => {
  for (const check of checks) {
    const result = checked(check);
    assert.equal(result.ok ? undefined : result.reason, check.refused, check.name);
    const witnesses = 'witnessedBy' in result ? result.witnessedBy.map(({ name }) => name) : undefined;
    assert.deepEqual(witnesses, check.witnesses, check.name);
  }
});

test('the log that signed, the head and the times of the witnesses are given', () => {
  const result = checked(checks.find(({ name }) => name === 'all of two') ?? assert.fail());
  assert.ok(result.ok);
  assert.equal(result.log.name, result.checkpoint.origin);
  assert.equal(result.checkpoint.size, 5);
  assert.deepEqual(
    result.witnessedBy.map(one => one.timeUnixSeconds),
    [1_795_465_900, 1_795_465_960],
  );
});

test(`${refused.length} malformed policies are refused at the right line, with a reason`, () => {
  for (const { why, policy, line } of refused) {
    const decoded = decodePolicy(policy);
    assert.ok(!decoded.ok, why);
    assert.equal(decoded.line, line, why);
    assert.ok(decoded.reason.endsWith('.'), why);
  }
});

test('a policy of any length or depth is refused or read, never a fault', () => {
  assert.equal(decodePolicy(`${'#'.repeat(262_144)}\n`).ok, false);
  const [first = ''] = checks.flatMap(({ policy }) =>
    policy.split('\n').filter(line => line.startsWith('witness')),
  );
  const name = first.split(' ')[1] ?? '';
  const deep = Array.from({ length: 64 }, (_, i) => `group g${i} any ${i === 0 ? name : `g${i - 1}`}\n`).join(
    '',
  );
  assert.ok(decodePolicy(`${first}\n${deep}quorum g63\n`).ok);
  assert.equal(decodePolicy(`${first}\n${deep}group g64 any g63\nquorum g64\n`).ok, false);
});
