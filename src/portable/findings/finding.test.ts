import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKPOINT_SIGNED, READABLE, countWords, exitCodeOf, verdictOf } from './index.ts';
import type { Finding } from './index.ts';

function finding(check: string, outcome: Finding['outcome']): Finding {
  return { check, outcome, sentence: '', means: '', doesNotProve: '' };
}

const signed = finding(CHECKPOINT_SIGNED, 'passed');

test('everything passed under a policy from outside is verified, checks not made notwithstanding', () => {
  assert.equal(verdictOf([signed, finding('a', 'passed'), finding('b', 'not-checked')], true), 'verified');
});

test('one failed check is failed, whatever else passed and whoever gave the policy', () => {
  for (const given of [true, false])
    assert.equal(verdictOf([signed, finding('a', 'failed')], given), 'failed');
});

test('without a policy from outside, or without a signed checkpoint, the issuer is not established', () => {
  assert.equal(verdictOf([signed, finding('a', 'passed')], false), 'issuer-not-established');
  assert.equal(verdictOf([finding('a', 'passed')], true), 'issuer-not-established');
  assert.equal(
    verdictOf([finding(CHECKPOINT_SIGNED, 'not-checked'), finding('a', 'passed')], true),
    'issuer-not-established',
  );
});

test('input that could not be read, or was not looked at, is unusable', () => {
  assert.equal(verdictOf([finding(READABLE, 'failed')], true), 'unusable');
  assert.equal(verdictOf([finding(READABLE, 'failed'), finding('a', 'failed')], false), 'unusable');
  assert.equal(verdictOf([], true), 'unusable');
});

test('the exit codes are 0 verified, 1 failed, 2 unusable, 3 issuer not established', () => {
  const verdicts = ['verified', 'failed', 'unusable', 'issuer-not-established'] as const;
  assert.deepEqual(verdicts.map(exitCodeOf), [0, 1, 2, 3]);
});

test('words are what stands between white space', () => {
  assert.equal(countWords('  One two-three,\n four.  '), 3);
  assert.equal(countWords(''), 0);
});
