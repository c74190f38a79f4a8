import { HandoverError } from '../error.ts';
import {
  decodeCheckpoint,
  decodeNote,
  encodeProofFile,
  InclusionProver,
  type TileReader,
} from '#portable/tlog/index.ts';

/** The log as its published files show it: readable by whoever may see proofs, writable by the sequencer alone. */
export interface PublishedLog {
  /** The newest published checkpoint; its tiles are all in place. */
  checkpoint(): Promise<string | null>;
  readonly readTile: TileReader;
}

/** A published head that proofs can be made under. */
export type ProvableHead = {
  readonly checkpoint: string;
  readonly size: number;
  /** The tlog-proof text for the entry at `index`; `extra` travels unauthenticated (C2SP tlog-proof). Computed, never stored by the log. */
  prove(index: number, extra?: Uint8Array): Promise<string>;
};

/** Opens the newest published head, or null before the first. */
export async function openHead(log: PublishedLog): Promise<ProvableHead | null> {
  const checkpoint = await log.checkpoint();
  if (checkpoint === null) return null;
  return headOf(log, checkpoint);
}

/** Proofs under a checkpoint published earlier, for a rebuild. */
export function headOf(log: Pick<PublishedLog, 'readTile'>, checkpoint: string): ProvableHead {
  const note = decodeNote(checkpoint);
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : note;
  if (!decoded.ok) throw new HandoverError('log-disagrees', 'the published checkpoint cannot be read');
  const { size } = decoded.checkpoint;
  // The events of one receipt or bundle lie close together: tiles and nodes are worked out once for all of them.
  const prover = new InclusionProver(size, log.readTile);
  return {
    checkpoint,
    size,
    async prove(index, extra) {
      const proof = await prover.prove(index);
      if (!proof.ok)
        throw new HandoverError('log-disagrees', `the log's tile ${proof.path} is missing or malformed`);
      return encodeProofFile({ index, hashes: proof.proof, checkpoint, ...(extra ? { extra } : {}) });
    },
  };
}
