import { HandoverError } from '../error.ts';
import type { BlobStore, EvidenceOpener } from './ports.ts';

/** How far a rotation is. `recipients` are whom everything is sealed to from now on, this force first. */
export type Rotation = {
  readonly recipient: string;
  readonly recipients: readonly string[];
  readonly stagedDone: boolean;
  readonly doneThrough: Uint8Array | null;
  readonly isFinished: boolean;
};

/**
 * One age file that waits to be sealed: a piece of a file, the header of a segment whose body is in the store already, or
 * the description of a file.
 */
export type StagedPiece = {
  readonly kind: 'piece' | 'header' | 'description';
  readonly fileId: Uint8Array;
  readonly n: number;
  readonly file: Uint8Array;
};

/** What a rotation finds and writes in the database. Used while the service is stopped. */
export interface RotationStore {
  /** The rotation to this recipient, begun now or before it was cut off. */
  begin(recipients: readonly string[], at: Date): Promise<Rotation>;
  /** Items that have headers to wrap, in order of id after `after`. */
  nextItems(after: Uint8Array | null, limit: number): Promise<Uint8Array[]>;
  /** One transaction: the event `headers-rewrapped`, which names the items and recipients, and how far the rotation is. */
  recordItems(rotation: Rotation, itemIds: readonly Uint8Array[], at: Date): Promise<void>;
  nextStaged(after: StagedPiece | null, limit: number): Promise<StagedPiece[]>;
  replaceStaged(pieces: readonly StagedPiece[]): Promise<void>;
  /** One transaction: the event `headers-rewrapped` with the count of staged files, and that they are done. */
  recordStaged(rotation: Rotation, count: number, at: Date): Promise<void>;
  /** One transaction: the event `keys-rotated`, and that the rotation is finished. */
  finish(rotation: Rotation, at: Date): Promise<void>;
}

export type RotateParts = {
  readonly store: RotationStore;
  readonly blobs: Pick<BlobStore, 'readHeaders' | 'replaceHeaders'>;
  /** Opens with every identity that is not retired yet, and wraps for the new recipients. */
  readonly opener: EvidenceOpener;
  /** Holds the new identity alone: what it opens needs no other any more. */
  readonly newOpener: Pick<EvidenceOpener, 'rewrap' | 'split'>;
  readonly recipients: readonly string[];
  readonly clock: () => Date;
};

/** Items that could not be wrapped anew: `headers` are lost or damaged. While there is one, nothing may be retired. */
export type RotateOutcome =
  | { readonly ok: true; readonly items: number; readonly staged: number }
  | { readonly ok: false; readonly unopened: readonly Uint8Array[] };

const ITEMS_AT_ONCE = 20;
const STAGED_AT_ONCE = 16;

/**
 * Wraps the file key of everything at rest for the new recipients. No body is read or written. Every step may be cut off
 * and begun again: an item's headers are replaced at one stroke, before the event that says so, and wrapping them twice
 * does no harm. At the end every header is opened with the new identity alone; only then may the old one be moved aside.
 */
export async function rotateKeys(parts: RotateParts): Promise<RotateOutcome> {
  const rotation = await parts.store.begin(parts.recipients, parts.clock());
  const unopened: Uint8Array[] = [];
  if (!rotation.isFinished) {
    if (!rotation.stagedDone) await rewrapStaged(parts, rotation);
    unopened.push(...(await rewrapItems(parts, rotation)));
  }
  const { items, staged, failed } = await openWithNewAlone(parts);
  unopened.push(...failed);
  if (unopened.length > 0) return { ok: false, unopened };
  if (!rotation.isFinished) await parts.store.finish(rotation, parts.clock());
  return { ok: true, items, staged };
}

async function rewrapItems(parts: RotateParts, rotation: Rotation): Promise<Uint8Array[]> {
  const unopened: Uint8Array[] = [];
  for await (const page of pagesOfItems(parts.store, rotation.doneThrough)) {
    const done: Uint8Array[] = [];
    for (const id of page) {
      const headers = await parts.blobs.readHeaders(id);
      const wrapped = headers?.map(header => parts.opener.rewrap(header)) ?? [null];
      if (wrapped.every(header => header !== null)) {
        await parts.blobs.replaceHeaders(id, wrapped);
        done.push(id);
      } else unopened.push(id);
    }
    // A page with an item that cannot be wrapped is not passed: the next run looks at it again.
    if (unopened.length > 0) return unopened;
    await parts.store.recordItems(rotation, done, parts.clock());
  }
  return unopened;
}

async function* pagesOfItems(store: RotationStore, from: Uint8Array | null): AsyncGenerator<Uint8Array[]> {
  let after = from;
  for (;;) {
    const page = await store.nextItems(after, ITEMS_AT_ONCE);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1) ?? null;
  }
}

async function* pagesOfStaged(store: RotationStore): AsyncGenerator<StagedPiece[]> {
  let after: StagedPiece | null = null;
  for (;;) {
    const page: StagedPiece[] = await store.nextStaged(after, STAGED_AT_ONCE);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1) ?? null;
  }
}

/** A staged piece that cannot be opened is left as it is: sealing finds it and records it as an event of its submission. */
async function rewrapStaged(parts: RotateParts, rotation: Rotation): Promise<void> {
  let count = 0;
  for await (const page of pagesOfStaged(parts.store)) {
    const wrapped = page.flatMap(piece => {
      const split = parts.opener.split(piece.file);
      const header = split === null ? null : parts.opener.rewrap(split.header);
      return split === null || header === null ? [] : [{ ...piece, file: joined(header, split.body) }];
    });
    await parts.store.replaceStaged(wrapped);
    count += wrapped.length;
  }
  await parts.store.recordStaged(rotation, count, parts.clock());
}

function joined(header: Uint8Array, body: Uint8Array): Uint8Array {
  const file = new Uint8Array(header.length + body.length);
  file.set(header);
  file.set(body, header.length);
  return file;
}

async function openWithNewAlone(parts: RotateParts) {
  const failed: Uint8Array[] = [];
  let items = 0;
  for await (const page of pagesOfItems(parts.store, null)) {
    for (const id of page) {
      const headers = (await parts.blobs.readHeaders(id)) ?? [];
      const opens = headers.length > 0 && headers.every(header => parts.newOpener.rewrap(header) !== null);
      if (!opens) failed.push(id);
    }
    items += page.length;
  }
  const staged = await checkStaged(parts);
  return { items, staged, failed };
}

/** What only the old identity opens must not be left: a piece that neither opens was damaged before, and stays so. */
async function checkStaged(parts: RotateParts): Promise<number> {
  let count = 0;
  for await (const page of pagesOfStaged(parts.store)) {
    for (const { file } of page) {
      const header = parts.opener.split(file)?.header;
      if (header === undefined || parts.opener.rewrap(header) === null) continue;
      if (parts.newOpener.rewrap(header) === null)
        throw new HandoverError('key-missing', 'a staged piece is still sealed to the old identity alone');
      count += 1;
    }
  }
  return count;
}
