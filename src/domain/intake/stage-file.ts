import { createHash } from 'node:crypto';
import { toHex } from '#portable/bytes/index.ts';
import type { EvidenceSealer, IntakeDoor } from './door.ts';
import { encodeFileMeta } from './file-meta.ts';
import type { StagedFileMeta } from './submission.ts';
import { TextScreen, type TextRefusal } from './text-only/index.ts';

/** What staging a file needs. */
export type StageParts = {
  readonly door: Pick<IntakeDoor, 'beginFile' | 'stageSegment' | 'completeFile' | 'dropFile'>;
  readonly sealer: EvidenceSealer;
  readonly random: (sizeBytes: number) => Uint8Array;
};

/** What is known of a file before its bytes came. */
export type FileToStage = Pick<StagedFileMeta, 'kind' | 'name' | 'sourceClass' | 'extractOf'> & {
  readonly draftId: Uint8Array;
  /** More bytes than this are refused. */
  readonly largestBytes: number;
};

/** A file that is staged and complete. */
export type StagedFile = {
  readonly id: Uint8Array;
  readonly sizeBytes: number;
  readonly sha256Hex: string;
};

export type StageRefusal = TextRefusal | { readonly reason: 'too-large' } | { readonly reason: 'cut' };

export type StageOutcome =
  { readonly ok: true; readonly file: StagedFile } | ({ readonly ok: false } & StageRefusal);

/** Plain bytes in one age file. Each segment has a file key of its own, which is forgotten once it is sealed. */
export const SEGMENT_BYTES = 1_048_576;

/**
 * Takes text as it arrives, looks at every byte, seals it in segments and stages it. Nothing of it counts before it is
 * complete: when it is refused, breaks off (`chunks` throws: reason 'cut') or storage fails, what was staged is dropped.
 * Throws what the door throws.
 */
export async function stageText(
  parts: StageParts,
  file: FileToStage,
  chunks: AsyncIterable<Uint8Array>,
): Promise<StageOutcome> {
  const staging = new Staging(parts, file);
  try {
    const refusal = await takeText(staging, file.largestBytes, chunks);
    if (refusal === null) return { ok: true, file: await staging.complete() };
    await staging.drop();
    return { ok: false, ...refusal };
  } catch (error) {
    // Best effort: a file that is not complete counts for nothing, and the worker clears it away with its draft.
    await staging.drop().catch(() => undefined);
    throw error;
  }
}

/** Stages bytes that this program wrote itself (the answers, a list of fingerprints). */
export async function stageOwnBytes(
  parts: StageParts,
  file: Omit<FileToStage, 'largestBytes'>,
  bytes: Uint8Array,
): Promise<StagedFile> {
  const staging = new Staging(parts, file);
  await staging.take(bytes);
  return staging.complete();
}

async function takeText(
  staging: Staging,
  largestBytes: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<StageRefusal | null> {
  const screen = new TextScreen();
  for await (const chunk of readingUntilCut(chunks)) {
    if (chunk === 'cut') return { reason: 'cut' };
    const refusal = screen.push(chunk);
    if (refusal !== null) return refusal;
    if (staging.sizeBytes + chunk.length > largestBytes) return { reason: 'too-large' };
    await staging.take(chunk);
  }
  return screen.end();
}

/** Tells a source that breaks off from a door that fails: only the reading stands inside the `try`. */
export async function* readingUntilCut(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | 'cut'> {
  const reader = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await reader.next().catch(() => 'cut' as const);
      if (next === 'cut') {
        yield 'cut';
        return;
      }
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await reader.return?.();
  }
}

/** One file on its way in. Order: segments in turn, then complete; begun only when a first segment is full or the end is reached. */
class Staging {
  readonly #parts: StageParts;
  readonly #file: Omit<FileToStage, 'largestBytes'>;
  readonly #id: Uint8Array;
  readonly #digest = createHash('sha256');
  #waiting = Buffer.alloc(0);
  #segments = 0;
  #isBegun = false;
  sizeBytes = 0;

  constructor(parts: StageParts, file: Omit<FileToStage, 'largestBytes'>) {
    this.#parts = parts;
    this.#file = file;
    this.#id = parts.random(16);
  }

  async take(bytes: Uint8Array): Promise<void> {
    this.#digest.update(bytes);
    this.sizeBytes += bytes.length;
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    while (this.#waiting.length >= SEGMENT_BYTES) {
      await this.#stage(this.#waiting.subarray(0, SEGMENT_BYTES));
      this.#waiting = Buffer.from(this.#waiting.subarray(SEGMENT_BYTES));
    }
  }

  async complete(): Promise<StagedFile> {
    if (this.#waiting.length > 0 || this.#segments === 0) await this.#stage(this.#waiting);
    const sha256Hex = toHex(this.#digest.digest());
    const { kind, name, sourceClass, extractOf } = this.#file;
    const meta: StagedFileMeta = { kind, name, sourceClass, sizeBytes: this.sizeBytes, sha256Hex, extractOf };
    const sealed = await this.#parts.sealer.seal(encodeFileMeta(meta));
    await this.#parts.door.completeFile(this.#id, this.#segments, sealed);
    return { id: this.#id, sizeBytes: this.sizeBytes, sha256Hex };
  }

  async drop(): Promise<void> {
    if (this.#isBegun) await this.#parts.door.dropFile(this.#file.draftId, this.#id);
  }

  async #stage(plain: Uint8Array): Promise<void> {
    if (!this.#isBegun) await this.#parts.door.beginFile(this.#file.draftId, this.#id);
    this.#isBegun = true;
    await this.#parts.door.stageSegment(this.#id, this.#segments, await this.#parts.sealer.seal(plain));
    this.#segments += 1;
  }
}
