import { toHex } from '../bytes/index.ts';
import { CHECKPOINT_SIGNED } from '../findings/index.ts';
import type { Finding } from '../findings/index.ts';
import { encodeEntry } from '../continuity/index.ts';
import { checkPolicy, leafHash, verifyInclusion } from '../tlog/index.ts';
import type { Policy, PolicyCheck } from '../tlog/index.ts';
import type { Head, OpenedEvent, OpenedReceipt } from './opened-receipt.ts';
import { finding } from './words.ts';

/** Each event's commitment is the content of the entry that its proof leads from, up to its checkpoint. */
export function checkEventsInLog({ events }: OpenedReceipt): Finding {
  const where = events.flatMap(event => {
    const fault = inclusionFault(event);
    return fault === null ? [] : [`event ${event.n}: ${fault}`];
  });
  return finding('events-in-log', where.length === 0 ? 'passed' : 'failed', { count: events.length, where });
}

function inclusionFault({ commitment, proof, head }: OpenedEvent): string | null {
  if (proof === null) return 'its proof cannot be read';
  if (proof.extra !== undefined) return 'its proof carries data that nobody signed';
  if (head === null) return 'its checkpoint cannot be read';
  const { size: treeSize, root } = head.checkpoint;
  const leaf = leafHash(encodeEntry(commitment));
  const { index, hashes } = proof;
  const included = verifyInclusion({ leafHash: leaf, index, treeSize, proof: hashes, root });
  return included ? null : 'its proof does not lead to its checkpoint';
}

/** All proofs are of one log, its heads agree wherever they can be compared, and the entries follow the record's order. */
export function checkOneLog({ events, heads }: OpenedReceipt): Finding {
  const read = [...heads.values()].filter(head => head !== null);
  if (read.length < heads.size || events.some(({ proof }) => proof === null))
    return finding('one-log', 'unreadable');
  const where = [...originFaults(read), ...rootFaults(read), ...orderFaults(events)];
  return finding('one-log', where.length === 0 ? 'passed' : 'failed', { where });
}

function originFaults(heads: readonly Head[]): string[] {
  const origins = new Set(heads.map(({ checkpoint }) => checkpoint.origin));
  return origins.size > 1 ? ['the checkpoints are of different logs'] : [];
}

function rootFaults(heads: readonly Head[]): string[] {
  const roots = new Map<number, string>();
  return heads.flatMap(({ checkpoint: { size, root } }) => {
    const hex = toHex(root);
    const differs = (roots.get(size) ?? hex) !== hex;
    roots.set(size, hex);
    return differs ? [`two checkpoints of ${size} entries differ`] : [];
  });
}

function orderFaults(events: readonly OpenedEvent[]): string[] {
  return events.flatMap(({ n, proof }, i) => {
    const before = events[i - 1]?.proof?.index ?? -1;
    return proof !== null && proof.index <= before
      ? [`event ${n}: it does not stand after the event before it`]
      : [];
  });
}

/** What is wrong with a signed checkpoint; null for one that only lacks witnesses. */
export const SIGNING_FAULTS: Readonly<Record<Exclude<PolicyCheck, { ok: true }>['reason'], string | null>> = {
  'not-a-checkpoint': 'it is not a checkpoint',
  'log-not-known': 'it is not signed by a log of the policy',
  'log-signature-bad': 'the signature of the log is bad',
  'witness-signature-bad': 'the signature of a witness is bad',
  'quorum-not-met': null,
};

/** Whose signatures the checkpoints carry, under a policy that did not come with the receipt; null when there is none. */
export function checkSignatures({ heads }: OpenedReceipt, policy: Policy | null): Finding[] {
  if (policy === null) return [finding(CHECKPOINT_SIGNED, 'no-policy'), finding('witnessed', 'no-policy')];
  const read = [...heads.values()].filter(head => head !== null);
  if (read.length < heads.size || read.length === 0) {
    return [finding(CHECKPOINT_SIGNED, 'unreadable'), finding('witnessed', 'not-signed')];
  }
  const results = read.map(({ note, checkpoint }) => ({
    result: checkPolicy(note, policy),
    size: checkpoint.size,
  }));
  const where = results.flatMap(({ result, size }) => {
    const fault = result.ok ? null : SIGNING_FAULTS[result.reason];
    return fault === null ? [] : [`checkpoint of ${size} entries: ${fault}`];
  });
  if (where.length > 0)
    return [finding(CHECKPOINT_SIGNED, 'failed', { where }), finding('witnessed', 'not-signed')];
  return [finding(CHECKPOINT_SIGNED, 'passed'), witnessFinding(results, policy)];
}

function witnessFinding(results: readonly { result: PolicyCheck; size: number }[], policy: Policy): Finding {
  if (policy.quorum === 'none') return finding('witnessed', 'none-asked');
  const where = results.flatMap(({ result, size }) => (result.ok ? [] : [`checkpoint of ${size} entries`]));
  if (where.length > 0) return finding('witnessed', 'failed', { where });
  const counts = results.map(({ result }) => (result.ok ? result.witnessedBy.length : 0));
  return finding('witnessed', 'passed', { count: Math.min(...counts) });
}
