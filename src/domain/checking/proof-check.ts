import { encodeEntry } from '#portable/continuity/index.ts';
import {
  decodeCheckpoint,
  decodeNote,
  InclusionProver,
  leafHash,
  verifyInclusion,
} from '#portable/tlog/index.ts';
import type { Check, Fault } from './check.ts';
import { CHECK_TITLES } from './titles.ts';
import type { RecordPages, RestingLog } from './ports.ts';

const PROOFS_A_SLICE = 4096;

type Found = Omit<Fault, 'check'>;
type Head = { readonly size: number; readonly root: Uint8Array; readonly prover: InclusionProver };

/** A proof for every commitment that the database says is logged, made from the tiles and checked against the published root. */
export function proofCheck({ log, pages }: { readonly log: RestingLog; readonly pages: RecordPages }): Check {
  let kept: { readonly text: string; readonly head: Head } | null = null;
  return {
    id: 'proofs',
    ...CHECK_TITLES.proofs,
    async slice(from) {
      const text = await log.checkpoint();
      if (text !== null && kept?.text !== text) kept = withHead(log, text);
      if (text === null || kept === null) return { next: null, seen: 0, faults: [] };
      const { head } = kept;
      const start = Number(from ?? 0);
      const rows = (await pages.index(start, PROOFS_A_SLICE)).filter(({ index }) => index < head.size);
      const faults: Found[] = [];
      for (const row of rows) faults.push(...(await prove(head, row)));
      const last = rows.at(-1);
      return {
        next: last !== undefined && rows.length === PROOFS_A_SLICE ? String(last.index + 1) : null,
        seen: rows.length,
        faults,
      };
    },
  };
}

function withHead(log: RestingLog, text: string): { text: string; head: Head } | null {
  const note = decodeNote(text);
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : null;
  if (decoded?.ok !== true) return null;
  const { size, root } = decoded.checkpoint;
  return { text, head: { size, root, prover: new InclusionProver(size, log.readTile) } };
}

async function prove(
  { size, root, prover }: Head,
  { index, commitment }: { readonly index: number; readonly commitment: Uint8Array },
): Promise<Found[]> {
  const where = `entry ${index}`;
  const proof = await prover.prove(index);
  if (!proof.ok) return [{ where, what: `It cannot be proved: ${proof.path} is missing or malformed.` }];
  const claim = { index, treeSize: size, proof: proof.proof, root };
  const isProved =
    commitment.length === 32 && verifyInclusion({ ...claim, leafHash: leafHash(encodeEntry(commitment)) });
  return isProved ? [] : [{ where, what: 'No proof leads from its commitment to the published root.' }];
}
