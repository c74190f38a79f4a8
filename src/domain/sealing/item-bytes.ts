import { HandoverError } from '../error.ts';
import { openSegments } from './read-back.ts';
import { bodyMemory } from './body-memory.ts';
import { type BlobStore, type EvidenceOpener, LARGEST_BODY } from './ports.ts';
import type { StoredItem } from './seal-submission.ts';

/** What opens an item anywhere. */
export type ItemParts = {
  readonly blobs: Pick<BlobStore, 'readHeaders' | 'bodyFacts' | 'readBody'>;
  readonly opener: Pick<EvidenceOpener, 'openPieces' | 'plainSize'>;
};

/** Segments that are held open: whoever reads on and whoever reads again a little behind. */
const MOST_OPEN = 2;

type Segment = { readonly n: number; readonly start: number; readonly end: number };

/**
 * The plain bytes of a sealed item, wherever they are asked for: of an item of any size only a few segments are held.
 * Throws HandoverError `seal-mismatch` for what is lost or cannot be opened.
 */
export class ItemBytes {
  readonly sizeBytes: number;
  readonly #parts: ItemParts;
  readonly #blobId: Uint8Array;
  readonly #headers: readonly Uint8Array[];
  readonly #segments: readonly Segment[];
  readonly #open = new Map<number, Promise<Uint8Array>>();

  private constructor(
    parts: ItemParts,
    item: StoredItem,
    headers: readonly Uint8Array[],
    segments: Segment[],
  ) {
    this.#parts = parts;
    this.#blobId = item.blobId;
    this.#headers = headers;
    this.#segments = segments;
    this.sizeBytes = segments.at(-1)?.end ?? 0;
  }

  static async of(parts: ItemParts, item: StoredItem): Promise<ItemBytes> {
    const headers = await parts.blobs.readHeaders(item.itemId);
    if (headers?.length !== item.segments)
      throw new HandoverError('seal-mismatch', 'a sealed item has lost its headers');
    const segments: Segment[] = [];
    for (let n = 0, start = 0; n < item.segments; n += 1) {
      const facts = await parts.blobs.bodyFacts({ blobId: item.blobId, n });
      const size = facts === null ? null : parts.opener.plainSize(facts.sizeBytes);
      if (size === null) {
        // A disk that does not give it says so when it is read.
        await parts.blobs.readBody({ blobId: item.blobId, n }, bodyMemory(LARGEST_BODY));
        throw new HandoverError('seal-mismatch', 'a part of a sealed item is gone');
      }
      segments.push({ n, start, end: start + size });
      start += size;
    }
    return new ItemBytes(parts, item, headers, segments);
  }

  /** Bytes from offset `from` up to `to`, as far as the item goes. Do not change them: they may be those that are held. */
  async slice(from: number, to: number): Promise<Uint8Array> {
    const end = Math.min(to, this.sizeBytes);
    if (from >= end) return new Uint8Array();
    const first = this.#at(from);
    if (end <= first.end) return (await this.#opened(first)).subarray(from - first.start, end - first.start);
    const whole = new Uint8Array(end - from);
    for (let at = from; at < end;) {
      const segment = this.#at(at);
      const upTo = Math.min(end, segment.end);
      whole.set((await this.#opened(segment)).subarray(at - segment.start, upTo - segment.start), at - from);
      at = upTo;
    }
    return whole;
  }

  #at(offset: number): Segment {
    let [low, high] = [0, this.#segments.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#segments[middle]?.end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return this.#segments[low]!;
  }

  #opened(segment: Segment): Promise<Uint8Array> {
    const held = this.#open.get(segment.n);
    // The one asked for last is let go of last.
    if (held !== undefined) this.#open.delete(segment.n);
    const opened = held ?? this.#openSegment(segment);
    this.#open.set(segment.n, opened);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
    return opened;
  }

  async #openSegment({ n, start, end }: Segment): Promise<Uint8Array> {
    const plain = new Uint8Array(end - start);
    let filled = 0;
    for await (const piece of openSegments(this.#parts, this.#blobId, [this.#headers[n]!], n)) {
      if (filled + piece.length > plain.length)
        throw new HandoverError('seal-mismatch', 'a sealed item cannot be opened');
      plain.set(piece, filled);
      filled += piece.length;
    }
    if (filled !== plain.length) throw new HandoverError('seal-mismatch', 'a sealed item cannot be opened');
    return plain;
  }
}
