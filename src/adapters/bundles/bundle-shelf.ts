import { constants } from 'node:fs';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { BundleShelf } from '#domain/bundling/index.ts';
import { HandoverError } from '#domain/error.ts';
import { toHex } from '#portable/bytes/index.ts';

/**
 * Finished bundles on disk, each one age file to an identity made for it alone. The identity is kept in the
 * database: the disk by itself holds nothing in the clear.
 */
export function createBundleShelf(folder: string): BundleShelf {
  return {
    async put(id, chunks) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const identity = await generateX25519Identity();
      const encrypter = new Encrypter();
      encrypter.addRecipient(await identityToRecipient(identity));
      const plain = Readable.toWeb(
        Readable.from(chunks, { objectMode: false }),
      ) as ReadableStream<Uint8Array>;
      await writeDurably(pathOf(folder, id), folder, await encrypter.encrypt(plain));
      return identity;
    },
  };
}

/** The zip of a finished bundle, opened with the key that `put` gave. */
export async function openFromShelf(
  folder: string,
  id: Uint8Array,
  identity: string,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealed = Readable.toWeb(createReadStream(pathOf(folder, id))) as ReadableStream<Uint8Array>;
  return decrypter.decrypt(sealed);
}

function pathOf(folder: string, id: Uint8Array): string {
  return join(folder, `${toHex(id)}.zip.age`);
}

/** Crash state: a `.part` file that is written anew; the name appears only when the whole is on disk. */
async function writeDurably(path: string, folder: string, stream: ReadableStream<Uint8Array>): Promise<void> {
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
