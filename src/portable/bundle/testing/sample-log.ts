import { sha256, utf8 } from '../../bytes/index.ts';
import { encodeEntry } from '../../continuity/index.ts';
import {
  encodeCheckpoint,
  encodeNote,
  encodeVerifierKey,
  inclusionProof,
  leafHash,
  merkleRoot,
  publicKeyOf,
  signNote,
} from '../../tlog/index.ts';
import type { ProofFile } from '../../tlog/index.ts';

/** A log in memory with a fixed test key. For tests and for the committed sample only. */
export type SampleLog = {
  origin: string;
  /** The vkey whose secret signs here. */
  key: string;
  /** Adds the entry of a commitment and gives its index. */
  append: (commitment: Uint8Array) => number;
  size: () => number;
  /** The signed head of the first `size` entries. */
  checkpoint: (size: number) => string;
  /** The proof of an entry under that head. */
  prove: (index: number, size: number) => ProofFile;
};

/** A log named `origin` whose key comes from `keyWord`: the same words give the same log everywhere. */
export function sampleLog(origin: string, keyWord: string): SampleLog {
  const secretKey = sha256(utf8(`Handover test key, never used for anything real: ${keyWord}`));
  const leaves: Uint8Array[] = [];
  const checkpoint = (size: number) => {
    const root = merkleRoot(leaves.slice(0, size));
    return encodeNote(signNote(encodeCheckpoint({ origin, size, root }), { name: origin, secretKey }));
  };
  return {
    origin,
    key: encodeVerifierKey(origin, publicKeyOf(secretKey)),
    append: commitment => leaves.push(leafHash(encodeEntry(commitment))) - 1,
    size: () => leaves.length,
    checkpoint,
    prove: (index, size) => ({
      index,
      hashes: inclusionProof(leaves.slice(0, size), index),
      checkpoint: checkpoint(size),
    }),
  };
}
