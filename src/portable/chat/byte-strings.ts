const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MOST_PER_BUCKET = 8;

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), FNV_PRIME);
  return hash;
}

function same(a: Uint8Array, b: Uint8Array, start: number): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[start + i]) return false;
  return true;
}

/**
 * Numbers byte strings in order of first appearance, without decoding them. At most `MOST_PER_BUCKET` strings of
 * one hash are told apart by comparison; a file written to collide pays with repeated numbers, never with time.
 */
export class ByteStrings {
  readonly #buckets = new Map<number, number[]>();
  readonly #strings: Uint8Array[] = [];

  /** The number of the bytes, -1 when they were never added. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.#findIn(this.#buckets.get(hashOf(bytes, start, end)), bytes, start, end);
  }

  /** The number of the bytes, a new one when they were never added. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const bucket = this.#buckets.get(hash);
    const found = this.#findIn(bucket, bytes, start, end);
    if (found >= 0) return found;
    const id = this.#strings.push(bytes.slice(start, end)) - 1;
    if (!bucket) this.#buckets.set(hash, [id]);
    else if (bucket.length < MOST_PER_BUCKET) bucket.push(id);
    return id;
  }

  get size(): number {
    return this.#strings.length;
  }

  bytesOf(id: number): Uint8Array {
    return this.#strings[id] as Uint8Array;
  }

  #findIn(bucket: readonly number[] | undefined, bytes: Uint8Array, start: number, end: number): number {
    if (!bucket) return -1;
    for (const id of bucket) {
      const known = this.#strings[id] as Uint8Array;
      if (known.length === end - start && same(known, bytes, start)) return id;
    }
    return -1;
  }
}
