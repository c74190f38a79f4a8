import { fromBase64, toBase64 } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';
import { decodeDecimal } from './checkpoint.ts';
import { isTreeSize } from './ranges.ts';

/**
 * What a ".tlog-proof" file holds: the entry's index in the log, its inclusion proof with the leaf's sibling first, and
 * the signed checkpoint word for word. `extra` is not covered by any signature.
 */
export type ProofFile = { extra?: Uint8Array; index: number; hashes: Sha256[]; checkpoint: string };

/** The outcome of `decodeProofFile`; the reason is one sentence. */
export type DecodedProofFile = { ok: true; proof: ProofFile } | { ok: false; reason: string };

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
/** A tree that can be counted in 64 bits is at most this high. */
const MAX_HASHES = 64;

/** The file as text (C2SP tlog-proof). An empty `extra` is left out. Throws RangeError for what cannot be a proof. */
export function encodeProofFile({ extra, index, hashes, checkpoint }: ProofFile): string {
  const sized = hashes.length <= MAX_HASHES && hashes.every(hash => hash.length === 32);
  if (!isTreeSize(index) || !sized) throw new RangeError('This is no index and inclusion proof.');
  const extraLine = extra === undefined || extra.length === 0 ? '' : `extra ${toBase64(extra)}\n`;
  const hashLines = hashes.map(hash => `${toBase64(hash)}\n`).join('');
  return `${FIRST_LINE}\n${extraLine}index ${index}\n${hashLines}\n${checkpoint}`;
}

/** Reads a proof file. The checkpoint is what follows the first blank line, unread. Never throws. */
export function decodeProofFile(text: string): DecodedProofFile {
  const end = text.indexOf('\n\n');
  if (end < 0) return refuse('It has no blank line before a checkpoint.');
  const lines = text.slice(0, end).split('\n');
  if (lines.shift() !== FIRST_LINE) return refuse('Its first line is not that of a proof file.');
  const extra = lines[0]?.startsWith('extra ') ? fromBase64((lines.shift() ?? '').slice(6)) : undefined;
  if (extra === null || extra?.length === 0) return refuse('Its extra data is malformed.');
  const [, indexText = ''] = /^index ([0-9]+)$/.exec(lines.shift() ?? '') ?? [];
  const index = decodeDecimal(indexText);
  if (index === null) return refuse('Its index line is malformed.');
  const hashes = decodeHashes(lines);
  if (hashes === null) return refuse('A line of its inclusion proof is not a SHA-256 hash.');
  const proof = { index, hashes, checkpoint: text.slice(end + 2) };
  return { ok: true, proof: extra === undefined ? proof : { ...proof, extra } };
}

function decodeHashes(lines: readonly string[]): Sha256[] | null {
  if (lines.length > MAX_HASHES) return null;
  const hashes = lines.map(fromBase64).filter(hash => hash?.length === 32);
  return hashes.length === lines.length ? (hashes as Sha256[]) : null;
}

function refuse(reason: string): DecodedProofFile {
  return { ok: false, reason };
}
