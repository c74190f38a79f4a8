import { equalBytes, fromBase64 } from '../bytes/index.ts';
import type { Finding } from '../findings/index.ts';
import { checkPolicy, decodeCheckpoint, decodeNote, verifyConsistency } from '../tlog/index.ts';
import type { Checkpoint, Note, Policy } from '../tlog/index.ts';
import { SIGNING_FAULTS } from './log-checks.ts';
import type { OpenedReceipt } from './opened-receipt.ts';
import { finding } from './words.ts';

/**
 * A checkpoint that the log published, fetched after the receipt was issued: the text of the signed note. `consistency`
 * is the proof that it extends the receipt's newest checkpoint: one base64 hash a line (RFC 6962); null when there is none.
 */
export type Published = { checkpoint: string; consistency: string | null };

/** What the published checkpoint is compared under. `signed`: a log of the policy signed the receipt's own checkpoints. */
type Under = { policy: Policy | null; signed: boolean };

/** Whether what the log publishes now still holds what it signed for in the receipt. Three findings. */
export function checkPublished(opened: OpenedReceipt, published: Published, under: Under): Finding[] {
  const own = [...opened.heads.values()].flatMap(head => head?.checkpoint ?? []);
  const newest = own.toSorted((a, b) => b.size - a.size)[0];
  const { policy, signed } = under;
  if (policy === null) return uncompared(finding('published-checkpoint', 'no-policy'));
  if (!signed || newest === undefined)
    return uncompared(finding('published-checkpoint', 'receipt-not-signed'));
  const read = readPublished(published.checkpoint, newest.origin, policy);
  if (typeof read === 'string')
    return uncompared(finding('published-checkpoint', 'failed', { where: [read] }));
  return [
    finding('published-checkpoint', 'passed', { count: read.size }),
    checkNotShorter(newest, read),
    checkNotForked({ own, newest, published: read, consistency: published.consistency }),
  ];
}

function uncompared(first: Finding): Finding[] {
  return [first, finding('log-not-shorter', 'not-comparable'), finding('log-not-forked', 'not-comparable')];
}

/** The checkpoint, or what is wrong with it. */
function readPublished(text: string, origin: string, policy: Policy): Checkpoint | string {
  const note = decodeNote(text);
  if (!note.ok) return 'it is not a checkpoint';
  const fault = signingFault(note.note, policy);
  if (fault !== null) return fault;
  const decoded = decodeCheckpoint(note.note.text);
  if (!decoded.ok) return 'it is not a checkpoint';
  return decoded.checkpoint.origin === origin
    ? decoded.checkpoint
    : 'it is of another log than the receipt rests on';
}

function signingFault(note: Note, policy: Policy): string | null {
  const result = checkPolicy(note, policy);
  return result.ok ? null : SIGNING_FAULTS[result.reason];
}

function checkNotShorter(newest: Checkpoint, published: Checkpoint): Finding {
  const gone = newest.size - published.size;
  if (gone <= 0) return finding('log-not-shorter', 'passed');
  const where = `the receipt's checkpoint is of ${newest.size} entries, the published one of ${published.size}`;
  return finding('log-not-shorter', 'failed', { count: gone, where: [where] });
}

type Compared = {
  own: readonly Checkpoint[];
  newest: Checkpoint;
  published: Checkpoint;
  consistency: string | null;
};

function checkNotForked({ own, newest, published, consistency }: Compared): Finding {
  const { size } = published;
  if (own.some(head => head.size === size && !equalBytes(head.root, published.root)))
    return finding('log-not-forked', 'failed', { where: [`two checkpoints of ${size} entries differ`] });
  if (size < newest.size) return finding('log-not-forked', 'shorter');
  if (size === newest.size) return finding('log-not-forked', 'passed');
  if (consistency === null)
    return finding('log-not-forked', 'no-proof', { where: [`from size ${newest.size} to size ${size}`] });
  const proof = hashesIn(consistency);
  const { size: size1, root: root1 } = newest;
  const claim = { size1, root1, size2: size, root2: published.root };
  return proof !== null && verifyConsistency({ ...claim, proof })
    ? finding('log-not-forked', 'passed')
    : finding('log-not-forked', 'proof-fails', { where: [`from size ${newest.size} to size ${size}`] });
}

/** No proof is longer: one hash for each of at most 53 rows of the tree, twice over. */
const MAX_HASHES = 128;

/** The hashes of a consistency proof, or null when a line is not one. */
function hashesIn(text: string): Uint8Array[] | null {
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  if (lines.length > MAX_HASHES) return null;
  const hashes = lines.map(fromBase64).filter(hash => hash !== null);
  return hashes.length === lines.length ? hashes : null;
}
