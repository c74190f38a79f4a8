import { concatBytes } from '#portable/bytes/index.ts';
import { type StageRefusal, SEGMENT_BYTES, readingUntilCut } from '../stage-file.ts';
import type { StagedFile } from '../stage-file.ts';
import { START_BYTES, TextScreen } from '../text-only/index.ts';
import {
  dropUpload,
  keyOf,
  type OpenUpload,
  openUpload,
  sealAt,
  settleUpload,
  type UploadOf,
  type UploadParts,
} from './resumable-upload.ts';

/** Segments of one file at most, as the door counts them. */
const MOST_SEGMENTS = 4096;
const WRITER_BYTES = 16;

/** Bytes for an upload, as they come. */
export type Addition = {
  /** Where the sender believes the upload to stand. */
  readonly offset: number;
  /** Throws when the connection breaks off. */
  readonly chunks: AsyncIterable<Uint8Array>;
};

/**
 * What became of an addition. `offset` is what is acknowledged. `finished` is the staged file once the last byte is in.
 * A refusal has dropped the upload whole; `cut` has kept what came before the connection broke.
 */
export type Added =
  | { readonly ok: true; readonly offset: number; readonly finished: StagedFile | null }
  | { readonly ok: false; readonly reason: 'gone' | 'taken-over' | 'too-long' | 'too-many-pieces' }
  | { readonly ok: false; readonly reason: 'other-offset'; readonly offset: number }
  | { readonly ok: false; readonly reason: 'differs' }
  | ({ readonly ok: false } & StageRefusal);

/**
 * Adds bytes to an upload. Each segment is looked at, sealed, and stored in one transaction with the new offset, so an
 * acknowledged offset survives whatever comes after; a connection that breaks off keeps the segments before it and, where
 * it can be judged, the piece it broke in. Order: look, then store. One request writes: this one takes the upload over.
 */
export async function appendToUpload(parts: UploadParts, of: UploadOf, addition: Addition): Promise<Added> {
  const writer = parts.random(WRITER_BYTES);
  // Before reading where it stands: from here on nobody else can move it.
  await parts.door.takeUpload(keyOf(of), writer);
  const upload = await openUpload(parts, of);
  if (upload === null || upload.complete) return { ok: false, reason: 'gone' };
  if (upload.offset !== addition.offset) return { ok: false, reason: 'other-offset', offset: upload.offset };
  const { screen: memory } = upload.state;
  const screen = memory === null ? new TextScreen() : TextScreen.resume(memory);
  if (screen === null) return { ok: false, reason: 'gone' };
  const pen = new UploadPen(parts, { of, writer, upload, screen });
  const refusal = await takeAll(pen, addition.chunks);
  if (refusal === null || refusal.reason === 'cut')
    return conclude(parts, of, { pen, isCut: refusal !== null });
  if (!KEEPS_UPLOAD.has(refusal.reason)) await dropUpload(parts, of);
  return { ok: false, ...refusal };
}

type Stop = StageRefusal | { readonly reason: 'taken-over' | 'too-long' | 'too-many-pieces' };

/** These say something of the request, not of the file. */
const KEEPS_UPLOAD: ReadonlySet<string> = new Set(['taken-over', 'too-long', 'too-many-pieces']);

async function takeAll(pen: UploadPen, chunks: AsyncIterable<Uint8Array>): Promise<Stop | null> {
  for await (const chunk of readingUntilCut(chunks)) {
    const stop = chunk === 'cut' ? await pen.flush() : await pen.take(chunk);
    if (stop !== null) return stop;
    if (chunk === 'cut') return { reason: 'cut' };
  }
  return pen.flush();
}

async function conclude(
  parts: UploadParts,
  of: UploadOf,
  { pen, isCut }: { readonly pen: UploadPen; readonly isCut: boolean },
): Promise<Added> {
  const { upload } = pen;
  if (upload.offset < upload.length)
    return isCut ? { ok: false, reason: 'cut' } : { ok: true, offset: upload.offset, finished: null };
  const finished = await settleUpload(parts, of, upload);
  return finished === null ? { ok: false, reason: 'differs' } : { ok: true, offset: upload.offset, finished };
}

type Held = {
  readonly of: UploadOf;
  readonly writer: Uint8Array;
  readonly upload: OpenUpload;
  readonly screen: TextScreen;
};

/** Writes one upload for one request. Owned by `appendToUpload`. */
class UploadPen {
  readonly #parts: UploadParts;
  readonly #of: UploadOf;
  readonly #writer: Uint8Array;
  readonly #screen: TextScreen;
  #waiting: Uint8Array = new Uint8Array(0);
  /** Where it stands: moved only after the segment that moves it is durable. */
  upload: OpenUpload;

  constructor(parts: UploadParts, { of, writer, upload, screen }: Held) {
    this.#parts = parts;
    this.#of = of;
    this.#writer = writer;
    this.upload = upload;
    this.#screen = screen;
  }

  async take(chunk: Uint8Array): Promise<Stop | null> {
    if (this.upload.offset + this.#waiting.length + chunk.length > this.upload.length)
      return { reason: 'too-long' };
    this.#waiting = concatBytes(this.#waiting, chunk);
    while (this.#waiting.length >= SEGMENT_BYTES) {
      const segment = this.#waiting.slice(0, SEGMENT_BYTES);
      this.#waiting = this.#waiting.slice(SEGMENT_BYTES);
      const stop = await this.#store(segment);
      if (stop !== null) return stop;
    }
    return null;
  }

  /** Stores what waits, where it can be judged: a beginning of fewer than `START_BYTES` is given up, and comes again. */
  async flush(): Promise<Stop | null> {
    const segment = this.#waiting;
    const isLast = this.upload.offset + segment.length === this.upload.length;
    if (segment.length === 0 || (this.upload.offset === 0 && segment.length < START_BYTES && !isLast))
      return null;
    this.#waiting = new Uint8Array(0);
    return this.#store(segment);
  }

  async #store(segment: Uint8Array): Promise<Stop | null> {
    const { length, offset, segments, state } = this.upload;
    const next = offset + segment.length;
    if (segments + 1 + Math.ceil((length - next) / SEGMENT_BYTES) > MOST_SEGMENTS)
      return { reason: 'too-many-pieces' };
    const refusal = this.#screen.push(segment) ?? (next === length ? this.#screen.end() : null);
    const screen = this.#screen.memory();
    if (refusal !== null) return refusal;
    if (screen === null) throw new Error('a segment was about to be stored unjudged');
    const after = { ...state, screen, digest: this.#parts.digest.advance(state.digest, segment) };
    const isStored = await this.#parts.door.appendUpload(keyOf(this.#of), {
      writer: this.#writer,
      offset,
      sizeBytes: segment.length,
      body: await this.#parts.sealer.seal(segment),
      state: sealAt(this.#parts, { ...this.#of, offset: next }, after),
    });
    if (!isStored) return { reason: 'taken-over' };
    this.upload = { ...this.upload, offset: next, segments: segments + 1, state: after };
    return null;
  }
}
