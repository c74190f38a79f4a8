import { decodeCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { openNote } from './note-signatures.ts';
import type { VerifiedSignature } from './note-signatures.ts';
import type { Note } from './note.ts';
import type { Policy } from './policy.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A witness of the policy that cosigned, with the time by its own clock in seconds since 1970. */
type WitnessedBy = { name: string; timeUnixSeconds: number };

/**
 * Whether a signed checkpoint can be believed under a policy. `quorum-not-met` still names the log and the witnesses
 * that did sign; the other refusals leave nothing to believe.
 */
export type PolicyCheck =
  | { ok: true; checkpoint: Checkpoint; log: VerifierKey; witnessedBy: WitnessedBy[] }
  | {
      ok: false;
      reason: 'quorum-not-met';
      checkpoint: Checkpoint;
      log: VerifierKey;
      witnessedBy: WitnessedBy[];
    }
  | {
      ok: false;
      reason: 'not-a-checkpoint' | 'log-not-known' | 'log-signature-bad' | 'witness-signature-bad';
    };

/**
 * Checks a checkpoint note against a policy: a listed log whose key name is the origin has signed it, every signature
 * of a listed key is good, and the witnesses who cosigned make the quorum (C2SP tlog-policy, tlog-proof).
 */
export function checkPolicy(note: Note, policy: Policy): PolicyCheck {
  const decoded = decodeCheckpoint(note.text);
  if (!decoded.ok) return { ok: false, reason: 'not-a-checkpoint' };
  const { checkpoint } = decoded;
  const opened = openNote(note, [...policy.logs, ...policy.witnesses.map(witness => witness.key)]);
  if (!opened.ok) return { ok: false, reason: refusalOf(opened, policy) };
  const log = opened.signedBy.find(
    ({ key }) => policy.logs.includes(key) && key.name === checkpoint.origin,
  )?.key;
  if (log === undefined) return { ok: false, reason: 'log-not-known' };
  const witnessedBy = witnessesAmong(opened.signedBy, policy);
  const met = hasWitnessed(policy.quorum, policy, new Set(witnessedBy.map(witness => witness.name)));
  const found = { checkpoint, log, witnessedBy };
  return met ? { ok: true, ...found } : { ok: false, reason: 'quorum-not-met', ...found };
}

function refusalOf(opened: Exclude<ReturnType<typeof openNote>, { ok: true }>, policy: Policy) {
  if (opened.reason === 'no-known-signature') return 'log-not-known';
  return policy.logs.includes(opened.key) ? 'log-signature-bad' : 'witness-signature-bad';
}

function witnessesAmong(signedBy: readonly VerifiedSignature[], policy: Policy): WitnessedBy[] {
  return policy.witnesses.flatMap(({ name, key }) =>
    signedBy
      .filter(signature => signature.key === key)
      .map(({ timeUnixSeconds }) => ({ name, timeUnixSeconds: timeUnixSeconds ?? 0 })),
  );
}

/** A group can only name what stands above it in the policy, so this ends. */
function hasWitnessed(name: string, policy: Policy, signed: ReadonlySet<string>): boolean {
  if (name === 'none') return true;
  const group = policy.groups.find(one => one.name === name);
  if (group === undefined) return signed.has(name);
  return group.members.filter(member => hasWitnessed(member, policy, signed)).length >= group.threshold;
}
