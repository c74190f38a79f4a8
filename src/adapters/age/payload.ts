import { hkdfSync, randomBytes } from 'node:crypto';
import { openSealed, sealInto, TAG_BYTES } from './chacha.ts';

/** The age payload: a 16-byte nonce, then chunks. Source: age specification, "Payload". */
export const NONCE_BYTES = 16;
export const CHUNK_BYTES = 65_536;
export const SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES;

/** How many bytes the body (nonce and payload) of so many plain bytes has. An empty file has one chunk, of nothing. */
export function bodySize(plainBytes: number): number {
  return NONCE_BYTES + plainBytes + TAG_BYTES * Math.max(1, Math.ceil(plainBytes / CHUNK_BYTES));
}

/** How many plain bytes a body of this size holds; null when no body has it. */
export function plainSize(bodyBytes: number): number | null {
  const chunks = Math.max(1, Math.ceil((bodyBytes - NONCE_BYTES) / SEALED_CHUNK));
  const plainBytes = bodyBytes - NONCE_BYTES - TAG_BYTES * chunks;
  return plainBytes >= 0 && bodySize(plainBytes) === bodyBytes ? plainBytes : null;
}

/** The nonce of a chunk: its number as 11 bytes, big-endian, and a byte that is 1 for the last. */
function chunkNonce(n: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  // 48 of the counter's 88 bits: 16 EiB of plain bytes.
  nonce.writeUIntBE(n, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Seals in pieces of one chunk. Order: `chunk` for every full chunk that is not the last, then `chunk` with `isLast` once. */
export class PayloadSealer {
  readonly nonce: Uint8Array = randomBytes(NONCE_BYTES);
  readonly #key: Uint8Array;
  #next = 0;

  constructor(fileKey: Uint8Array) {
    this.#key = payloadKey(fileKey, this.nonce);
  }

  /** Seals one chunk into `into` at byte `at`; gives the place after it. */
  chunk(plain: Uint8Array, isLast: boolean, into: Uint8Array, at: number): number {
    const nonce = chunkNonce(this.#next, isLast);
    this.#next += 1;
    return sealInto(into, at, { key: this.#key, nonce, plain });
  }
}

/**
 * Opens in pieces of one chunk, in the same order. Null, from then on, when a chunk is damaged, out of place, not the last
 * as it says, or comes after the last.
 */
export class PayloadOpener {
  readonly #key: Uint8Array;
  #next = 0;
  #isOver = false;

  constructor(fileKey: Uint8Array, nonce: Uint8Array) {
    this.#key = payloadKey(fileKey, nonce);
  }

  /** Whether the last chunk was seen, or a damaged one. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** A chunk of full size from a stream that may end with it or not: only its own tag says which. */
  fullOfStream(sealed: Uint8Array): Buffer | null {
    return this.#open(sealed, false) ?? this.last(sealed);
  }

  /** A chunk of full size that more follows. */
  middle(sealed: Uint8Array): Buffer | null {
    const plain = this.#open(sealed, false);
    if (plain === null) this.#isOver = true;
    return plain;
  }

  /** The chunk after which the file ends. */
  last(sealed: Uint8Array): Buffer | null {
    const isFirst = this.#next === 0;
    const plain = this.#open(sealed, true);
    this.#isOver = true;
    // Only an empty file ends with an empty chunk; a second spelling of the same bytes is refused.
    return plain?.length === 0 && !isFirst ? null : plain;
  }

  #open(sealed: Uint8Array, isLast: boolean): Buffer | null {
    if (this.#isOver) return null;
    const plain = openSealed(this.#key, chunkNonce(this.#next, isLast), sealed);
    if (plain !== null) this.#next += 1;
    return plain;
  }
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** The body of a file whose plain bytes are all here, in `into` when that has room. */
export function sealBody(fileKey: Uint8Array, plain: Uint8Array, into?: Uint8Array): Uint8Array {
  const size = bodySize(plain.length);
  const body = into ?? Buffer.allocUnsafeSlow(size);
  const sealer = new PayloadSealer(fileKey);
  body.set(sealer.nonce);
  let at = NONCE_BYTES;
  for (let from = 0; from === 0 || from < plain.length; from += CHUNK_BYTES) {
    const isLast = from + CHUNK_BYTES >= plain.length;
    at = sealer.chunk(plain.subarray(from, from + CHUNK_BYTES), isLast, body, at);
  }
  return body.subarray(0, size);
}

/** The plain chunks of a body that is all here; ends with null when the rest is damaged or cut short. */
export function* openBody(fileKey: Uint8Array, body: Uint8Array): Generator<Buffer | null, void> {
  const opener = new PayloadOpener(fileKey, body.subarray(0, NONCE_BYTES));
  for (let at = NONCE_BYTES; !opener.isOver; at += SEALED_CHUNK) {
    const sealed = body.subarray(at, at + SEALED_CHUNK);
    yield at + SEALED_CHUNK < body.length ? opener.middle(sealed) : opener.last(sealed);
  }
}
