import { sha256, utf8 } from '../../bytes/index.ts';
import type { Sha256 } from '../../bytes/index.ts';
import { encodeEntry } from '../../continuity/index.ts';
import {
  consistencyProof,
  cosignNote,
  ED25519_COSIGNATURE,
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
  /** A policy that believes this log and asks for every witness that it has. */
  policy: string;
  /** Adds the entry of a commitment and gives its index. */
  append: (commitment: Uint8Array) => number;
  size: () => number;
  /** The signed head of the first `size` entries. */
  checkpoint: (size: number) => string;
  /** The proof of an entry under that head. */
  prove: (index: number, size: number) => ProofFile;
  /** The proof that the whole log extends its first `size` entries; none when it has fewer. */
  extend: (size: number) => Sha256[];
};

function secretOf(keyWord: string): Uint8Array {
  return sha256(utf8(`Handover test key, never used for anything real: ${keyWord}`));
}

function policyOf(key: string, witnesses: readonly string[]): string {
  const lines = witnesses.map(name => {
    const vkey = encodeVerifierKey(`${name}.example`, publicKeyOf(secretOf(name)), ED25519_COSIGNATURE);
    return `witness ${name} ${vkey}\n`;
  });
  const quorum =
    witnesses.length === 0 ? 'quorum none\n' : `group all all ${witnesses.join(' ')}\nquorum all\n`;
  return `log ${key}\n${lines.join('')}${quorum}`;
}

/**
 * A log named `origin` whose key comes from `keyWord`: the same words give the same log everywhere. Each witness, named
 * by a word, cosigns every head.
 */
export function sampleLog(origin: string, keyWord: string, witnesses: readonly string[] = []): SampleLog {
  const secretKey = secretOf(keyWord);
  const key = encodeVerifierKey(origin, publicKeyOf(secretKey));
  const leaves: Uint8Array[] = [];
  const checkpoint = (size: number) => {
    const root = merkleRoot(leaves.slice(0, size));
    const note = signNote(encodeCheckpoint({ origin, size, root }), { name: origin, secretKey });
    const cosigned = witnesses.map(name =>
      cosignNote(note, { name: `${name}.example`, secretKey: secretOf(name) }, 1_795_000_000),
    );
    return encodeNote({ ...note, signatures: [...note.signatures, ...cosigned] });
  };
  return {
    origin,
    key,
    policy: policyOf(key, witnesses),
    append: commitment => leaves.push(leafHash(encodeEntry(commitment))) - 1,
    size: () => leaves.length,
    checkpoint,
    prove: (index, size) => ({
      index,
      hashes: inclusionProof(leaves.slice(0, size), index),
      checkpoint: checkpoint(size),
    }),
    extend: size => (size > leaves.length ? [] : consistencyProof(leaves, size)),
  };
}
