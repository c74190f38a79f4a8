import { decodeCanonicalJson, encodeCanonicalJson, fromHex } from '../bytes/index.ts';
import { openedEvent, openedFacts } from './opened.ts';
import type { CanonicalValue } from '../bytes/index.ts';
import { coverOf, decodeCover } from './cover.ts';
import type { DateOrderName } from '../chat/index.ts';
import { isOrderOfDates, isHex, isList, isText, shaped } from './json-shape.ts';
import { pathFault } from './zip/index.ts';

/** An event of the submission's chain as a bundle shows it: opened, or withheld with a reason. */
export type OrderedEvent =
  | { n: number; event: string; salt: string; proof: string }
  | { n: number; commitment: string; reason: string; proof: string };

/** An item to be copied in. `facts` is base64 of the canonical item facts, `salt` 64 hex: its commitment's opening. */
export type OrderedItem = { facts: string; salt: string };

/**
 * A reading to be copied in as JSON lines (docs/formats/reading.md). `item` is the item's id, `sealedAt` what the
 * reader was told of the sealing time, digest and size those of the JSON lines. `dateOrder` is the order of day and month
 * that the reader was told, as an officer declared it (event `reading-answered`); absent when none was declared.
 */
export type OrderedTranscript = {
  item: string;
  reader: string;
  sealedAt: string | null;
  dateOrder?: DateOrderName;
  sha256: string;
  sizeBytes: number;
};

/**
 * Everything a bundle is made from but the bytes of items, transcripts and verifier program, and those by digest.
 * It is stored when the bundle is ordered and a rebuild reads only it: the same order gives the same zip on any
 * machine at any time. JSON-serialisable.
 *
 * `name` is the folder and zip name. `createdAt` is UTC with milliseconds. `checkpoint` is the signed note that
 * every event's `proof` (tlog-proof text) leads to. `policy` is the issuer's tlog-policy text. `events` are 1 to k of
 * the submission's chain without a gap.
 */
export type BundleOrder = {
  format: 'handover-bundle-order/v1';
  name: string;
  reference: string;
  force: string;
  createdAt: string;
  software: { name: string; version: string };
  checkpoint: string;
  policy: string;
  items: OrderedItem[];
  transcripts: OrderedTranscript[];
  events: OrderedEvent[];
  verifier: { sha256: string; sizeBytes: number };
};

/** Why an order cannot be built, in one sentence; null when it can. Digests, proofs and signatures are not checked. */
export function orderFault(order: BundleOrder): string | null {
  if (order.format !== 'handover-bundle-order/v1') return 'The order has another format.';
  if (pathFault(order.name) !== null || order.name.includes('/') || order.name.length > 60) {
    return 'The name cannot be the name of a folder everywhere.';
  }
  if (order.items.length === 0 || order.events.length === 0) return 'The order has no items or no events.';
  return itemsFault(order) ?? eventsFault(order) ?? coverFault(order);
}

function itemsFault(order: BundleOrder): string | null {
  const ids = new Set<string>();
  for (const [index, item] of order.items.entries()) {
    const facts = openedFacts(item);
    if (!facts || fromHex(item.salt)?.length !== 32) return `Item ${index + 1} has no readable opening.`;
    if (ids.has(facts.item)) return `Item ${index + 1} is there twice.`;
    ids.add(facts.item);
  }
  const stray = order.transcripts.findIndex(transcript => !ids.has(transcript.item));
  return stray < 0 ? null : `Transcript ${stray + 1} is of an item that is not in the order.`;
}

function eventsFault(order: BundleOrder): string | null {
  for (const [index, entry] of order.events.entries()) {
    if (entry.n !== index + 1) return `Event ${index + 1} is missing.`;
    if ('event' in entry && !openedEvent(entry)) return `Event ${entry.n} cannot be read.`;
    if (!('event' in entry) && (fromHex(entry.commitment)?.length !== 32 || entry.reason === '')) {
      return `Event ${entry.n} is withheld without a commitment or a reason.`;
    }
  }
  return null;
}

function coverFault(order: BundleOrder): string | null {
  const decoded = decodeCover(coverOf(order));
  return decoded.ok ? null : decoded.reason;
}

/** The stored form of an order: canonical JSON. */
export function encodeOrder(order: BundleOrder): Uint8Array {
  return encodeCanonicalJson(order);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isDigest = (value: CanonicalValue | undefined): boolean => isHex(value, 32);
const isOpenedEvent = shaped({ n: isCount, event: isText, salt: isDigest, proof: isText });
const isWithheldEvent = shaped({ n: isCount, commitment: isDigest, reason: isText, proof: isText });
const isOrder = shaped({
  format: isText,
  name: isText,
  reference: isText,
  force: isText,
  createdAt: isText,
  software: shaped({
    name: isText,
    version: isText,
  }),
  checkpoint: isText,
  policy: isText,
  items: isList(
    shaped({
      facts: isText,
      salt: isDigest,
    }),
  ),
  transcripts: isList(
    shaped(
      {
        item: isText,
        reader: isText,
        sha256: isDigest,
        sizeBytes: isCount,
        sealedAt: value => value === null || isText(value),
      },
      { dateOrder: isOrderOfDates },
    ),
  ),
  events: isList(value => isOpenedEvent(value) || isWithheldEvent(value)),
  verifier: shaped({
    sha256: isDigest,
    sizeBytes: isCount,
  }),
});

/** Reads a stored order; null when it is not one that can be built. Never throws. */
export function decodeOrder(bytes: Uint8Array): BundleOrder | null {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok || !isOrder(json.value)) return null;
  const order = json.value as BundleOrder;
  return orderFault(order) === null ? order : null;
}
