import { HandoverError } from '#domain/error.ts';
import { TAG_BYTES } from './chacha.ts';
import { newFileKey, openHeader } from './file-keys.ts';
import { LONGEST_HEADER, parseHeader } from './header.ts';
import { secretOf } from './keys.ts';
import { CHUNK_BYTES, NONCE_BYTES, PayloadOpener, PayloadSealer, SEALED_CHUNK } from './payload.ts';

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Seals a stream to every one of the recipients: one complete age file, in pieces. Holds two chunks at a time, whatever the size. */
export async function* sealAgeStream(
  recipients: readonly string[],
  plain: Source,
): AsyncGenerator<Uint8Array> {
  const { fileKey, header } = newFileKey(recipients);
  yield header;
  const sealer = new PayloadSealer(fileKey);
  yield sealer.nonce;
  // Which chunk is the last shows only when the source ends, so one is held back.
  let held: Uint8Array | null = null;
  for await (const chunk of inChunks(plain, CHUNK_BYTES)) {
    if (held !== null && chunk.length > 0) yield sealChunk(sealer, held, false);
    if (held === null || chunk.length > 0) held = chunk;
  }
  yield sealChunk(sealer, held ?? new Uint8Array(0), true);
}

function sealChunk(sealer: PayloadSealer, plain: Uint8Array, isLast: boolean): Uint8Array {
  const sealed = Buffer.allocUnsafeSlow(plain.length + TAG_BYTES);
  sealer.chunk(plain, isLast, sealed, 0);
  return sealed;
}

/**
 * Opens an age file as it arrives, with any of the identities. What was given out before the end is whole chunks in their place; the end may still
 * be missing: then, and for any damage, it throws HandoverError `seal-mismatch` and gives out nothing more.
 */
export async function* openAgeStream(
  identities: string | readonly string[],
  file: Source,
): AsyncGenerator<Uint8Array> {
  const { fileKey, rest } = await readHeader([identities].flat().map(secretOf), file);
  const start = await rest.take(NONCE_BYTES);
  if (start.length < NONCE_BYTES) throw damaged();
  rest.giveBack(start.subarray(NONCE_BYTES));
  const opener = new PayloadOpener(fileKey, start.subarray(0, NONCE_BYTES));
  for await (const sealed of inChunks(rest.remaining(), SEALED_CHUNK)) {
    const isFull = sealed.length === SEALED_CHUNK;
    // A file that ends at the edge of its last chunk has nothing after it.
    if (sealed.length === 0 && opener.isOver) return;
    const plain = isFull ? opener.fullOfStream(sealed) : opener.last(sealed);
    if (plain === null) throw damaged();
    yield plain;
  }
}

function damaged(): HandoverError {
  return new HandoverError('seal-mismatch', 'an age file is damaged, cut short or sealed to somebody else');
}

async function readHeader(secrets: readonly Uint8Array[], file: Source) {
  const rest = new Pieces(file);
  let start: Uint8Array = new Uint8Array(0);
  // Looked at each time that twice as much is there: whoever sends single bytes costs no more than the bytes.
  for (let wanted = 512; wanted <= LONGEST_HEADER; wanted *= 2) {
    start = await rest.take(wanted);
    if (start.length < wanted || parseHeader(start) !== null) break;
    if (wanted < LONGEST_HEADER) rest.giveBack(start);
  }
  const opened = openHeader(start, secrets);
  if (!opened.ok) throw damaged();
  rest.giveBack(start.subarray(opened.header.length));
  return { fileKey: opened.fileKey, rest };
}

/** A source whose beginning is taken by count and whose rest flows on. */
class Pieces {
  readonly #source: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #held: Uint8Array | null = null;

  constructor(source: Source) {
    this.#source =
      Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  }

  async some(): Promise<Uint8Array | null> {
    const held = this.#held;
    this.#held = null;
    if (held !== null) return held;
    const next = await this.#source.next();
    return next.done === true ? null : next.value;
  }

  giveBack(bytes: Uint8Array): void {
    this.#held = bytes;
  }

  /** At least `count` bytes, or fewer when the source ends before. */
  async take(count: number): Promise<Uint8Array> {
    const taken: Uint8Array[] = [];
    let size = 0;
    while (size < count) {
      const more = await this.some();
      if (more === null) break;
      taken.push(more);
      size += more.length;
    }
    return Buffer.concat(taken);
  }

  async *remaining(): AsyncGenerator<Uint8Array> {
    try {
      for (let piece = await this.some(); piece !== null; piece = await this.some()) yield piece;
    } finally {
      await this.#source.return?.();
    }
  }
}

/** Cuts a stream into pieces of `size` bytes, each given out when it is full. The last is what is left: fewer bytes, or none. */
async function* inChunks(source: Source, size: number): AsyncGenerator<Uint8Array> {
  let held = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + size - filled);
      held.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < size) continue;
      yield held;
      held = Buffer.allocUnsafeSlow(size);
      filled = 0;
    }
  }
  yield held.subarray(0, filled);
}
