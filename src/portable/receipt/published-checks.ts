import { equalBytes, fromBase64 } from '../bytes/index.ts';
import type { Finding } from '../findings/index.ts';
import { checkPolicy, decodeCheckpoint, decodeNote, verifyConsistency } from '../tlog/index.ts';
import type { Checkpoint, Note, Policy } from '../tlog/index.ts';
import { SIGNING_FAULTS } from './log-checks.ts';
import type { OpenedReceipt } from './opened-receipt.ts';
import { finding } from './words.ts';

/**
 * A checkpoint that the log published: the text of the signed note. `consistency` is the proof that it extends the
 * receipt's newest checkpoint: one base64 hash a line (RFC 6962); null when there is none. `later`: whoever gives them says
 * that the checkpoint was fetched more than two minutes after the receipt was saved. What is published is renewed by the
 * clock and may be kept for a minute, so without that word a shorter one shows nothing.
 */
export type Published = { checkpoint: string; consistency: string | null; later: boolean };

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
  if ('state' in read)
    return uncompared(finding('published-checkpoint', read.state, { where: read.where ?? [] }));
  return [
    finding('published-checkpoint', 'passed', { count: read.size }),
    checkNotShorter(newest, read, published.later),
    checkNotForked({ own, newest, published: read, consistency: published.consistency }),
  ];
}

/** Whether a text has the form of a checkpoint; a page that says that something went wrong has not. */
export function isCheckpointText(text: string): boolean {
  const note = decodeNote(text);
  return note.ok && decodeCheckpoint(note.note.text).ok;
}

/** Whether a text has the form of a consistency proof. */
export function isProofText(text: string): boolean {
  return hashesIn(text) !== null;
}

function uncompared(first: Finding): Finding[] {
  return [first, finding('log-not-shorter', 'not-comparable'), finding('log-not-forked', 'not-comparable')];
}

type NotCompared = { state: 'failed' | 'not-a-checkpoint' | 'another-log'; where?: string[] };

/** The checkpoint, or why it is not compared. */
function readPublished(text: string, origin: string, policy: Policy): Checkpoint | NotCompared {
  const note = decodeNote(text);
  const decoded = note.ok && decodeCheckpoint(note.note.text);
  if (!note.ok || !decoded || !decoded.ok) return { state: 'not-a-checkpoint' };
  const fault = signingFault(note.note, policy);
  if (fault !== null) return { state: 'failed', where: [fault] };
  const { checkpoint } = decoded;
  return checkpoint.origin === origin ? checkpoint : { state: 'another-log', where: [checkpoint.origin] };
}

function signingFault(note: Note, policy: Policy): string | null {
  const result = checkPolicy(note, policy);
  return result.ok ? null : SIGNING_FAULTS[result.reason];
}

function checkNotShorter(newest: Checkpoint, published: Checkpoint, later: boolean): Finding {
  const gone = newest.size - published.size;
  if (gone <= 0) return finding('log-not-shorter', 'passed');
  const where = `the receipt's checkpoint is of ${newest.size} entries, the published one of ${published.size}`;
  return finding('log-not-shorter', later ? 'failed' : 'older', { count: gone, where: [where] });
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
    return finding('log-not-forked', 'no-proof', { where: [sizesInWords(newest.size, size)] });
  const proof = hashesIn(consistency);
  const where = [sizesInWords(newest.size, size)];
  if (proof === null) return finding('log-not-forked', 'not-a-proof', { where });
  const { size: size1, root: root1 } = newest;
  const isExtended = verifyConsistency({ size1, root1, size2: size, root2: published.root, proof });
  return isExtended
    ? finding('log-not-forked', 'passed')
    : finding('log-not-forked', 'proof-fails', { where });
}

/** The two sizes, and what to ask the force's public site for. */
function sizesInWords(from: number, to: number): string {
  return `from size ${from} to size ${to}: /checkpoint/consistency?from=${from}&to=${to}`;
}

/** No proof is longer: one hash for each of at most 53 rows of the tree, twice over. */
const MAX_HASHES = 128;
const HASH_BYTES = 32;

/** The hashes of a consistency proof, or null when a line is not one. */
function hashesIn(text: string): Uint8Array[] | null {
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  if (lines.length > MAX_HASHES) return null;
  const hashes = lines
    .map(fromBase64)
    .filter(hash => hash !== null)
    .filter(hash => hash.length === HASH_BYTES);
  return hashes.length === lines.length ? hashes : null;
}
