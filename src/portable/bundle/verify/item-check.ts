import { toHex } from '../../bytes/index.ts';
import { itemSealedFacts } from '../../continuity/index.ts';
import type { ItemFacts } from '../../continuity/index.ts';
import type { Cover } from '../cover.ts';
import { decodeOpening } from '../opening.ts';
import * as paths from '../paths.ts';
import type { RecordLine } from '../record-lines.ts';
import type { Contents } from './contents.ts';
import { readSmall } from './open-bundle.ts';
import type { BundleFile, OpenBundle } from './open-bundle.ts';
import { notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';

const MAX_OPENING_BYTES = 1 << 17;
const ITEM_SEALED = 'item-sealed';

/** An item of the bundle: what it is called here, what is known of it, and when the record says it was sealed. */
export type CheckedItem = { file: string; facts: ItemFacts; sealedAt: string };

/** What the record says of the sealing of one item. */
type Sealed = { content: string; at: string };

/** Each item's bytes are those its facts name, and its facts are those that were sealed. */
export async function checkItems(
  bundle: OpenBundle,
  { cover, record }: Contents,
): Promise<{ outcome: Outcome; items: CheckedItem[] }> {
  if (!cover.ok || !record.ok) {
    const outcome = notChecked('items', 'bundle.json or the continuity record cannot be read.');
    return { outcome, items: [] };
  }
  const sealed = sealings(record.value);
  const items: CheckedItem[] = [];
  const faults = malformedSealings(record.value);
  for (const entry of cover.value.items) {
    const checked = await checkItem(bundle, entry, sealed.get(entry.item) ?? []);
    if (checked.item) items.push(checked.item);
    faults.push(...checked.faults);
  }
  return { outcome: outcomeOf('items', faults, { count: cover.value.items.length }), items };
}

function malformedSealings(record: readonly RecordLine[]): string[] {
  return record.flatMap(({ n, event }) => {
    const malformed = event?.type === ITEM_SEALED && itemSealedFacts(event.facts) === null;
    return malformed ? [`Entry ${n} of the record does not say what it sealed.`] : [];
  });
}

/** Every opened sealing in the record, by item. */
export function sealings(record: readonly RecordLine[]): Map<string, Sealed[]> {
  const sealed = new Map<string, Sealed[]>();
  for (const { event } of record) {
    const facts = event?.type === ITEM_SEALED ? itemSealedFacts(event.facts) : null;
    if (!event || !facts) continue;
    const known = sealed.get(facts.item);
    const seal = { content: facts.content, at: event.at };
    if (known) known.push(seal);
    else sealed.set(facts.item, [seal]);
  }
  return sealed;
}

async function checkItem(
  bundle: OpenBundle,
  { file, item }: Cover['items'][number],
  sealed: readonly Sealed[],
): Promise<{ item: CheckedItem | null; faults: string[] }> {
  const bytes = await readSmall(bundle, paths.openingPath(file), MAX_OPENING_BYTES);
  const opening = bytes && decodeOpening(bytes);
  if (!opening) return { item: null, faults: [`${file}: its facts cannot be read.`] };
  const { facts, content } = opening;
  const faults: string[] = [];
  if (facts.item !== item) faults.push(`${file}: its facts are those of another item.`);
  faults.push(...bytesFaults(file, facts, bundle.files.get(paths.itemPath(file))));
  const [seal, second] = sealed;
  if (!seal || second) faults.push(`${file}: the record holds ${sealed.length} sealings of it, not one.`);
  else if (seal.content !== content) faults.push(`${file}: its facts are not the ones that were sealed.`);
  return { item: seal ? { file, facts, sealedAt: seal.at } : null, faults };
}

function bytesFaults(file: string, facts: ItemFacts, found: BundleFile | undefined): string[] {
  if (!found) return [`${file}: its bytes are not here.`];
  const { digests } = found;
  const faults: string[] = [];
  if (digests.sizeBytes !== facts.sizeBytes) {
    faults.push(`${file}: it has ${digests.sizeBytes} bytes, and ${facts.sizeBytes} were sealed.`);
  }
  if (toHex(digests.sha256) !== facts.sha256)
    faults.push(`${file}: its bytes do not have the sealed SHA-256.`);
  if (digests.sha512 !== null && toHex(digests.sha512) !== facts.sha512)
    faults.push(`${file}: its bytes do not have the sealed SHA-512.`);
  return faults;
}
