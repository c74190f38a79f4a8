import { createHash } from 'node:crypto';
import { concatBytes, decodeUtf8, u32be, u64be, utf8 } from '#portable/bytes/index.ts';
import { decodeNote, encodeNote, openNote, signNote } from '#portable/tlog/index.ts';
import type { Signer, VerifierKey } from '#portable/tlog/index.ts';
import { openSignedHead, type SignedHead } from './signed-head.ts';

/** One entry of the log with what it takes to make its event again. */
export type BatchEntry = { readonly commitment: Uint8Array; readonly sealed: Uint8Array };

/** Everything by which the log grew from one signed checkpoint to the next. */
export type Batch = {
  readonly previous: string;
  readonly checkpoint: string;
  readonly signedAt: Date;
  readonly entries: readonly BatchEntry[];
};

/** A batch whose signature and both checkpoints are good, and whose count of entries is what lies between the two. */
export type OpenedBatch = Batch & { readonly from: SignedHead; readonly to: SignedHead };

const LABEL = 'handover/batch/v1\n';
const NEWEST_MS = 8_640_000_000_000_000;

/**
 * The bytes of a batch: docs/formats/batch.md. Signed as a whole with the log's key: commitments bind the events, and
 * this signature binds the rows beside them, which somebody with the disk alone could otherwise make up.
 */
export function encodeBatch({ previous, checkpoint, signedAt, entries }: Batch, signer: Signer): Uint8Array {
  const content = concatBytes(
    utf8(LABEL),
    sized(utf8(previous)),
    sized(utf8(checkpoint)),
    u64be(signedAt.getTime()),
    u32be(entries.length),
    ...entries.flatMap(entry => [entry.commitment, u32be(entry.sealed.length), entry.sealed]),
  );
  const note = encodeNote(signNote(statementOf(content), signer));
  return concatBytes(content, sized(utf8(note)));
}

/** Reads a batch and checks what can be checked without its events. Null for anything this log did not write; never throws. */
export function openBatch(bytes: Uint8Array, key: VerifierKey): OpenedBatch | null {
  const cursor = new Cursor(bytes);
  if (decodeUtf8(cursor.take(LABEL.length)) !== LABEL) return null;
  const from = openHead(cursor.sized(), key);
  const to = openHead(cursor.sized(), key);
  const signedAt = cursor.whole(8);
  const count = cursor.whole(4);
  if (from === null || to === null || signedAt > NEWEST_MS || to.size - from.size !== count) return null;
  const entries = Array.from({ length: count }, () => ({
    commitment: cursor.take(32),
    sealed: cursor.sized(),
  }));
  const content = bytes.subarray(0, cursor.at);
  const note = cursor.sized();
  if (!cursor.isAtEnd || !isSignedStatement(note, content, key)) return null;
  const heads = { previous: from.checkpoint, checkpoint: to.checkpoint };
  return { ...heads, from, to, signedAt: new Date(signedAt), entries };
}

function openHead(bytes: Uint8Array, key: VerifierKey): SignedHead | null {
  const text = decodeUtf8(bytes);
  return text === null ? null : openSignedHead(text, key);
}

/** A note's text that is no checkpoint: its second line is 64 hexadecimal digits, which is no tree size. */
function statementOf(content: Uint8Array): string {
  return `${LABEL}${createHash('sha256').update(content).digest('hex')}\n`;
}

function isSignedStatement(note: Uint8Array, content: Uint8Array, key: VerifierKey): boolean {
  const decoded = decodeNote(decodeUtf8(note) ?? '');
  if (!decoded.ok || decoded.note.text !== statementOf(content)) return false;
  return openNote(decoded.note, [key]).ok;
}

function sized(bytes: Uint8Array): Uint8Array {
  return concatBytes(u32be(bytes.length), bytes);
}

/** Reads forwards; once it has run past the end it gives empty bytes and is never at the end. */
class Cursor {
  readonly #bytes: Uint8Array;
  at = 0;
  #isPast = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return !this.#isPast && this.at === this.#bytes.length;
  }

  take(count: number): Uint8Array {
    if (this.#isPast || count > this.#bytes.length - this.at) {
      this.#isPast = true;
      return new Uint8Array(0);
    }
    this.at += count;
    return this.#bytes.subarray(this.at - count, this.at);
  }

  whole(sizeBytes: 4 | 8): number {
    return this.take(sizeBytes).reduce((number, byte) => number * 256 + byte, 0);
  }

  sized(): Uint8Array {
    return this.take(this.whole(4));
  }
}
