import { toHex } from '#portable/bytes/index.ts';
import type { VerifierKey } from '#portable/tlog/index.ts';
import { openBatch, type OpenedBatch } from './batch.ts';
import type { BatchName, BatchShelf } from './ports.ts';
import { isSameHead, type SignedHead } from './signed-head.ts';

type Shelf = { readonly shelf: BatchShelf; readonly key: VerifierKey };

/** The batches between two heads in order, and every head they pass; or the head whose batch is missing or damaged. */
export type FoundBatches =
  | { readonly ok: true; readonly names: readonly BatchName[]; readonly passed: readonly SignedHead[] }
  | { readonly ok: false; readonly missing: SignedHead };

/**
 * Walks back from the newer head: a head names the batch that ends with it, and that batch the head it builds on. Batches
 * that were never committed lead nowhere, so they are never met. A batch that reaches over `from` is of another attempt.
 */
export async function findBatches(at: Shelf, from: SignedHead, to: SignedHead): Promise<FoundBatches> {
  const all = await at.shelf.from(from.size);
  const names: BatchName[] = [];
  const passed: SignedHead[] = [];
  for (let head = to; !isSameHead(head, from);) {
    const before = await endingWith(at, all, { head, from });
    if (before === null) return { ok: false, missing: head };
    names.unshift(before.name);
    passed.push(head);
    head = before.batch.from;
  }
  return { ok: true, names, passed };
}

type Found = { readonly name: BatchName; readonly batch: OpenedBatch };

async function endingWith(
  at: Shelf,
  all: readonly BatchName[],
  { head, from }: { head: SignedHead; from: SignedHead },
): Promise<Found | null> {
  const rootHex = toHex(head.root);
  for (const name of all.filter(one => one.size === head.size && one.rootHex === rootHex)) {
    const batch = await readBatch(at, name);
    if (batch === null || !isSameHead(batch.to, head) || batch.from.size < from.size) continue;
    if (batch.from.size > from.size || isSameHead(batch.from, from)) return { name, batch };
  }
  return null;
}

/** A batch of the shelf, or null when it is not there or damaged. */
export async function readBatch({ shelf, key }: Shelf, name: BatchName): Promise<OpenedBatch | null> {
  const bytes = await shelf.get(name);
  return bytes === null ? null : openBatch(bytes, key);
}

/** The batches that build on this head: none or one, unless an attempt was never committed. */
export async function batchesOn(at: Shelf, head: SignedHead): Promise<Found[]> {
  const names = (await at.shelf.from(head.size)).filter(name => name.first === head.size);
  const found = await Promise.all(names.map(async name => ({ name, batch: await readBatch(at, name) })));
  return found.filter((one): one is Found => one.batch !== null && isSameHead(one.batch.from, head));
}
