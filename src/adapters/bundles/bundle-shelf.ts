import { constants } from 'node:fs';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { BundleShelf } from '#domain/bundling/index.ts';
import { HandoverError } from '#domain/error.ts';
import { toHex } from '#portable/bytes/index.ts';

type Stream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** How a bundle is sealed at rest, under a key made for it alone. */
export type ShelfSealing = {
  readonly newIdentity: () => Promise<string>;
  readonly recipientOf: (identity: string) => Promise<string>;
  readonly seal: (recipients: readonly string[], plain: Stream) => AsyncIterable<Uint8Array>;
  /** Ends with a HandoverError `seal-mismatch` when the file is damaged, cut short, or under another key. */
  readonly open: (identity: string, sealed: Stream) => AsyncGenerator<Uint8Array>;
};

/**
 * Finished bundles on disk, each one age file to an identity made for it alone. The identity is kept in the
 * database: the disk by itself holds nothing in the clear.
 */
export function createBundleShelf(folder: string, sealing: Omit<ShelfSealing, 'open'>): BundleShelf {
  return {
    async put(id, chunks) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const identity = await sealing.newIdentity();
      const recipient = await sealing.recipientOf(identity);
      await writeDurably(pathOf(folder, id), folder, sealing.seal([recipient], chunks));
      return identity;
    },
  };
}

/** The zip of a finished bundle, opened with the key that `put` gave. A file that is gone ends the stream with an error. */
export function openFromShelf(
  folder: string,
  id: Uint8Array,
  identity: string,
  sealing: Pick<ShelfSealing, 'open'>,
): AsyncGenerator<Uint8Array> {
  return sealing.open(identity, createReadStream(pathOf(folder, id)));
}

function pathOf(folder: string, id: Uint8Array): string {
  return join(folder, `${toHex(id)}.zip.age`);
}

/** Crash state: a `.part` file that is written anew; the name appears only when the whole is on disk. */
async function writeDurably(path: string, folder: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    for await (const chunk of stream) await file.write(chunk);
    await file.sync();
  } catch (cause) {
    await unlink(part).catch(() => undefined);
    const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
    throw full ? new HandoverError('storage-full', 'the disk is full', { cause }) : cause;
  } finally {
    await file.close();
  }
  await rename(part, path);
  const directory = await open(folder, constants.O_RDONLY);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
