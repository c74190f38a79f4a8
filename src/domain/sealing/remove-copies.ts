import { fromHex, toHex } from '#portable/bytes/index.ts';
import type { BlobStore, EvidenceOpener } from './ports.ts';

export type CopyParts = {
  readonly blobs: Pick<BlobStore, 'listHeaders' | 'readHeaders' | 'removeHeaders'>;
  readonly opener: Pick<EvidenceOpener, 'isSameKey'>;
  /** Which of these ids belong to an item, or to a file that waits to be sealed. */
  readonly named: (ids: readonly Uint8Array[]) => Promise<readonly Uint8Array[]>;
};

/** Removes headers that would open an item's bodies under another name. */
export type CopyRemover = (itemId: Uint8Array) => Promise<void>;

const AT_ONCE = 1000;

/**
 * For what versions before kept names left in the store: a sealing that was cut off after its headers were written was then
 * tried again under new names, and the first headers hold the same file keys. Only headers that nothing names are looked
 * at, and only those with a file key of this very item are removed: what a restored database does not know yet stays.
 * The store is walked once; since then nothing is written under a name that is not kept first.
 */
export function createCopyRemover(parts: CopyParts): CopyRemover {
  let strays: Promise<Set<string>> | null = null;
  return async itemId => {
    const own = await parts.blobs.readHeaders(itemId);
    // Gone already: then this was done before they went.
    if (own === null) return;
    strays ??= findStrays(parts).catch((cause: unknown) => {
      strays = null;
      throw cause;
    });
    const found = await strays;
    for (const hex of [...found]) {
      const id = fromHex(hex) ?? new Uint8Array(0);
      if ((await parts.named([id])).length > 0) found.delete(hex);
      else if (await isCopy(parts, own, id)) {
        await parts.blobs.removeHeaders(id);
        found.delete(hex);
      }
    }
  };
}

async function findStrays({ blobs, named }: CopyParts): Promise<Set<string>> {
  const strays = new Set<string>();
  let page = await blobs.listHeaders(null, AT_ONCE);
  while (page.length > 0) {
    const known = new Set((await named(page)).map(toHex));
    for (const id of page.map(toHex)) if (!known.has(id)) strays.add(id);
    page = await blobs.listHeaders(page.at(-1) ?? null, AT_ONCE);
  }
  return strays;
}

async function isCopy({ blobs, opener }: CopyParts, own: readonly Uint8Array[], id: Uint8Array) {
  const headers = (await blobs.readHeaders(id)) ?? [];
  return headers.some(header => own.some(other => opener.isSameKey(header, other)));
}
