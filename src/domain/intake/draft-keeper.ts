import { decodeCanonicalJson, encodeCanonicalJson, fromHex, toHex } from '#portable/bytes/index.ts';
import type { IntakeDoor } from './door.ts';
import { decodeDraft, type Draft, encodeDraft } from './draft.ts';
import { boxSecrets, type BoxSecrets, encodeReturnCode, RETURN_CODE_BYTES } from './return-code.ts';
import { NOTE_NONCE_BYTES, openNote, sealNote } from './secret-note.ts';
import type { SecretPlace } from './visitor.ts';

/** What keeping notes for visitors needs. */
export type KeeperParts = {
  readonly door: Pick<IntakeDoor, 'putDraft' | 'putTicket' | 'getDraft' | 'dropDraft'>;
  /** Cryptographically random bytes. */
  readonly random: (sizeBytes: number) => Uint8Array;
};

const MOST_TRIES = 5;

/** Reads a visitor's draft, or null when there is none under their key. */
export async function loadDraft({ door }: KeeperParts, place: SecretPlace): Promise<Draft | null> {
  return (await readDraft(door, place)).draft;
}

/** Begins a draft. False when there is one already. */
export function beginDraft(parts: KeeperParts, place: SecretPlace, draft: Draft): Promise<boolean> {
  return put(parts, place, { bytes: encodeDraft(draft), version: 1 });
}

/**
 * Changes a draft. When another request of the same visitor wrote first, `change` is called again with what that one
 * left, so neither is lost. Null when there is no draft.
 */
export async function changeDraft(
  parts: KeeperParts,
  place: SecretPlace,
  change: (draft: Draft) => Draft,
): Promise<Draft | null> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { draft, version } = await readDraft(parts.door, place);
    if (draft === null) return null;
    const changed = change(draft);
    if (await put(parts, place, { bytes: encodeDraft(changed), version: version + 1 })) return changed;
  }
  throw new Error('one draft was changed by many requests at once');
}

/**
 * The way to the box of a submission: made before the submission, so that nothing acknowledged can be lost, and kept
 * after it, when the draft is gone.
 */
export type Ticket = BoxSecrets & {
  /** The return code, until the visitor says that it is saved; then null, and it cannot be got back. */
  readonly returnCode: string | null;
};

/** Reads a visitor's ticket, or null. */
export async function loadTicket({ door }: KeeperParts, place: SecretPlace): Promise<Ticket | null> {
  const kept = await door.getDraft(place.id);
  const plain = kept === null ? null : openNote(place, kept.sealed);
  return plain === null ? null : decodeTicket(plain);
}

/** The visitor's ticket, made now when there is none. Two requests at once get the same one. */
export async function openTicket(parts: KeeperParts, place: SecretPlace): Promise<Ticket> {
  const code = parts.random(RETURN_CODE_BYTES);
  const made: Ticket = { returnCode: encodeReturnCode(code), ...boxSecrets(code) };
  const isFirst = await putTicket(parts, place, { bytes: encodeTicket(made), version: 1 });
  const ticket = isFirst ? made : await loadTicket(parts, place);
  if (ticket === null) throw new Error('a ticket is kept where its visitor cannot open it');
  return ticket;
}

/** Forgets the return code, once the visitor has it. The box stays reachable for this visitor. */
export async function forgetReturnCode(parts: KeeperParts, place: SecretPlace): Promise<void> {
  const ticket = await loadTicket(parts, place);
  if (ticket === null || ticket.returnCode === null) return;
  await putTicket(parts, place, { bytes: encodeTicket({ ...ticket, returnCode: null }), version: 2 });
}

type Versioned = { readonly bytes: Uint8Array; readonly version: number };

function put(
  { door, random }: KeeperParts,
  place: SecretPlace,
  { bytes, version }: Versioned,
): Promise<boolean> {
  return door.putDraft(place.id, sealNote(place, bytes, random(NOTE_NONCE_BYTES)), version);
}

function putTicket(
  { door, random }: KeeperParts,
  place: SecretPlace,
  { bytes, version }: Versioned,
): Promise<boolean> {
  return door.putTicket(place.id, sealNote(place, bytes, random(NOTE_NONCE_BYTES)), version);
}

async function readDraft(
  door: KeeperParts['door'],
  place: SecretPlace,
): Promise<{ draft: Draft | null; version: number }> {
  const kept = await door.getDraft(place.id);
  if (kept === null) return { draft: null, version: 0 };
  const plain = openNote(place, kept.sealed);
  return { draft: plain === null ? null : decodeDraft(plain), version: kept.version };
}

const TICKET_FORMAT = 'handover-ticket/v1';

function encodeTicket({ returnCode, boxId, boxSecret }: Ticket): Uint8Array {
  return encodeCanonicalJson({
    format: TICKET_FORMAT,
    returnCode,
    boxId: toHex(boxId),
    boxSecret: toHex(boxSecret),
  });
}

function decodeTicket(bytes: Uint8Array): Ticket | null {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return null;
  const { format, returnCode, boxId, boxSecret } = json.value as Record<string, string | null>;
  const [id, secret] = [fromHex(boxId ?? ''), fromHex(boxSecret ?? '')];
  if (format !== TICKET_FORMAT || id === null || secret === null) return null;
  return { returnCode: returnCode ?? null, boxId: id, boxSecret: secret };
}
