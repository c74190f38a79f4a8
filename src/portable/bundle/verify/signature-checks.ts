import { CHECKPOINT_SIGNED } from '../../findings/index.ts';
import { checkPolicy, decodePolicy, openNote } from '../../tlog/index.ts';
import type { Policy, PolicyCheck, VerifierKey } from '../../tlog/index.ts';
import { POLICY_PATH } from '../paths.ts';
import { readText } from './contents.ts';
import type { Contents } from './contents.ts';
import { readHead } from './log-checks.ts';
import type { Head } from './log-checks.ts';
import type { OpenBundle } from './open-bundle.ts';
import { notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';

type NamedHead = { label: string; head: Head };

/**
 * Whose signatures the heads of the log carry. The bundle's own policy only shows that the bundle agrees with itself;
 * who issued it rests on `policy`, which comes from outside, alone.
 */
export async function checkSignatures(
  bundle: OpenBundle,
  contents: Contents,
  policy: Policy | null,
): Promise<Outcome[]> {
  const heads = headsOf(contents);
  const own = decodePolicy((await readText(bundle, POLICY_PATH)) ?? '');
  if (heads.length === 0) {
    const why = 'No head of the log can be read.';
    return [
      outcomeOf('heads-signed', [why]),
      notChecked(CHECKPOINT_SIGNED, why),
      notChecked('witnesses', why),
    ];
  }
  const faults = own.ok ? ownFaults(heads, own.policy, policy) : ['continuity/policy is not a policy.'];
  return [outcomeOf('heads-signed', faults), issuerOutcome(heads, policy), witnessOutcome(heads, policy)];
}

function headsOf({ cover, produced }: Contents): NamedHead[] {
  const earlier = cover.ok ? readHead(cover.value.checkpoint) : null;
  const later = produced.ok ? readHead(produced.value.proof.checkpoint) : null;
  return [
    ...(earlier ? [{ label: 'The head of the log in bundle.json', head: earlier }] : []),
    ...(later ? [{ label: 'The later head of the log', head: later }] : []),
  ];
}

function keysOf(policy: Policy | null): VerifierKey[] {
  return policy ? [...policy.logs, ...policy.witnesses.map(({ key }) => key)] : [];
}

/** Keys that are in both policies must not check one signature twice. */
function allKeys(own: Policy, given: Policy | null): VerifierKey[] {
  const known = keysOf(own);
  const has = (key: VerifierKey) => known.some(one => one.name === key.name && one.keyId === key.keyId);
  return [...known, ...keysOf(given).filter(key => !has(key))];
}

function ownFaults(heads: readonly NamedHead[], own: Policy, given: Policy | null): string[] {
  const keys = allKeys(own, given);
  return heads.flatMap(({ label, head }) => {
    const result = checkPolicy(head.note, own);
    if (!result.ok && result.reason !== 'quorum-not-met') return [`${label} ${REFUSALS[result.reason]}`];
    const opened = openNote(head.note, keys);
    if (!opened.ok) return [`${label} ${REFUSALS['log-signature-bad']}`];
    const checkable = opened.signedBy.length === head.note.signatures.length;
    return checkable ? [] : [`${label} carries a signature that no key here can check.`];
  });
}

const REFUSALS: Record<Exclude<PolicyCheck, { ok: true }>['reason'], string> = {
  'not-a-checkpoint': 'cannot be read.',
  'log-not-known': 'is not signed by the key of the log.',
  'log-signature-bad': 'has a signature of the log that is not good.',
  'witness-signature-bad': 'has a signature of a witness that is not good.',
  'quorum-not-met': 'is not signed by as many witnesses as the policy asks for.',
};

function issuerOutcome(heads: readonly NamedHead[], policy: Policy | null): Outcome {
  if (!policy) return notChecked(CHECKPOINT_SIGNED, 'No policy from outside the bundle was given.');
  const faults = heads.flatMap(({ label, head }) => {
    const result = checkPolicy(head.note, policy);
    if (result.ok || result.reason === 'quorum-not-met') return [];
    const other = result.reason === 'log-not-known' ? namesake(head, policy) : null;
    return [`${label} ${other ?? REFUSALS[result.reason]}`];
  });
  return outcomeOf(CHECKPOINT_SIGNED, faults, { word: heads[0]?.head.checkpoint.origin ?? '' });
}

/** The commonest reason that is no forgery: the force has a new key, or the policy is an old one. */
function namesake({ note, checkpoint }: Head, policy: Policy): string | null {
  const yours = policy.logs.find(({ name }) => name === checkpoint.origin);
  const theirs = note.signatures.find(({ name }) => name === checkpoint.origin);
  if (!yours || !theirs) return null;
  return `is signed by another key of the same name (${theirs.keyId}; yours is ${yours.keyId}).`;
}

function witnessOutcome(heads: readonly NamedHead[], policy: Policy | null): Outcome {
  if (!policy) return notChecked('witnesses', 'No policy from outside the bundle was given.');
  if (policy.quorum === 'none') return notChecked('witnesses', 'The policy asks for no witness.');
  const faults = heads.flatMap(({ label, head }) => {
    const result = checkPolicy(head.note, policy);
    return result.ok ? [] : [`${label} ${REFUSALS[result.reason]}`];
  });
  const result = heads.map(({ head }) => checkPolicy(head.note, policy)).find(one => one.ok);
  return outcomeOf('witnesses', faults, { count: result?.ok ? result.witnessedBy.length : 0 });
}
