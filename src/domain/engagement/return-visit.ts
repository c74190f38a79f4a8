import { decodeCanonicalJson, encodeCanonicalJson, fromHex, toHex } from '#portable/bytes/index.ts';
import {
  type BoxSecrets,
  type KeeperParts,
  NOTE_NONCE_BYTES,
  openNote,
  sealNote,
  type SecretPlace,
} from '../intake/index.ts';

/** A visit of somebody who came back: what opens their box, kept as a note that only the key in their browser opens. */
export type ReturnVisit = BoxSecrets & { readonly reference: string; readonly seenAt: Date };

/** A visit ends this long after its last page. */
export const VISIT_LASTS_MS = 30 * 60_000;
/** How often at most a visit that goes on is written anew. */
const NOTED_EVERY_MS = 5 * 60_000;
const FORMAT = 'handover-return-visit/v1';

type VisitParts = Pick<KeeperParts, 'random'> & {
  readonly door: Pick<KeeperParts['door'], 'putDraft' | 'getDraft'>;
};

/** Begins a visit under a fresh key. It is kept where drafts are, and removed as they are. */
export async function beginReturnVisit(
  parts: VisitParts,
  place: SecretPlace,
  visit: ReturnVisit,
): Promise<void> {
  if (!(await put(parts, place, visit, 1))) throw new Error('a fresh key opens something already');
}

/** The visit under this key, which goes on now; null when there is none, or when it ended. */
export async function goOnWithVisit(
  parts: VisitParts,
  place: SecretPlace,
  now: Date,
): Promise<ReturnVisit | null> {
  const kept = await parts.door.getDraft(place.id);
  const plain = kept === null ? null : openNote(place, kept.sealed);
  const visit = plain === null ? null : decode(plain);
  if (kept === null || visit === null) return null;
  const restedMs = now.getTime() - visit.seenAt.getTime();
  if (restedMs > VISIT_LASTS_MS) return null;
  // Of two pages at once one may lose: the other has noted the same.
  if (restedMs > NOTED_EVERY_MS) await put(parts, place, { ...visit, seenAt: now }, kept.version + 1);
  return visit;
}

function put(
  { door, random }: VisitParts,
  place: SecretPlace,
  visit: ReturnVisit,
  version: number,
): Promise<boolean> {
  return door.putDraft(place.id, sealNote(place, encode(visit), random(NOTE_NONCE_BYTES)), version);
}

function encode({ reference, boxId, boxSecret, seenAt }: ReturnVisit): Uint8Array {
  const secrets = { boxId: toHex(boxId), boxSecret: toHex(boxSecret) };
  return encodeCanonicalJson({ format: FORMAT, reference, ...secrets, seenAt: seenAt.toISOString() });
}

/** Trusted, because only the visitor's key could have sealed it; null when another version of the program did. */
function decode(bytes: Uint8Array): ReturnVisit | null {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return null;
  const { format, reference, boxId, boxSecret, seenAt } = json.value as Record<string, string>;
  const [id, secret] = [fromHex(boxId ?? ''), fromHex(boxSecret ?? '')];
  if (format !== FORMAT || id === null || secret === null || reference === undefined) return null;
  return { reference, boxId: id, boxSecret: secret, seenAt: new Date(seenAt ?? 0) };
}
