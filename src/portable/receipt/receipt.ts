import {
  concatBytes,
  decodeCanonicalJson,
  encodeCanonicalJson,
  fromBase64,
  fromHex,
  toBase64,
  toHex,
} from '../bytes/index.ts';
import type { CanonicalValue } from '../bytes/index.ts';
import { decodeEvent, decodeItemFacts, hasExactly } from '../continuity/index.ts';
import { decodeProofFile } from '../tlog/index.ts';

/** One continuity event of a receipt: its bytes, the 32-byte salt of its commitment, and its tlog-proof text. */
export type ReceiptEvent = { event: Uint8Array; salt: Uint8Array; proof: string };

/** One sealed item of a receipt: the bytes of its facts, and the 32-byte salt of their commitment. */
export type ReceiptItem = { facts: Uint8Array; salt: Uint8Array };

/**
 * What a submitter takes away: the events of one submission in the order of its chain, from event 1, and the facts of
 * every item that they seal. `reference` and `force` are one line of 1 to 200 characters each.
 */
export type Receipt = { reference: string; force: string; events: ReceiptEvent[]; items: ReceiptItem[] };

/** The outcome of `decodeReceipt`; the reason is one sentence. */
export type DecodedReceipt = { ok: true; receipt: Receipt } | { ok: false; reason: string };

/** The statement on every receipt of version 1, word for word: part of the format. */
export const RECEIPT_STATEMENT =
  'This receipt proves only that these bytes were received by the times recorded in it. ' +
  'It does not prove that what they say is true, or that anyone is suspected of anything. ' +
  'Do not post it: that may harm a child or a trial.';

const FORMAT = 'handover-receipt/v1';
const KEYS = ['format', 'reference', 'force', 'statement', 'events', 'items'];
const MAX_SIZE_BYTES = 16 * 1024 * 1024;
const MAX_EVENTS = 10_000;
const LF = 0x0a;

/** The bytes of a receipt file. Throws TypeError for a receipt whose parts are not events, facts, proofs and salts. */
export function encodeReceipt(receipt: Receipt): Uint8Array {
  const { reference, force, events, items } = receipt;
  const sound =
    events.every(({ event, proof }) => decodeEvent(event).ok && decodeProofFile(proof).ok) &&
    items.every(({ facts }) => decodeItemFacts(facts).ok);
  const json = encodeCanonicalJson({
    format: FORMAT,
    reference,
    force,
    statement: RECEIPT_STATEMENT,
    events: events.map(({ event, salt, proof }) => ({ event: toBase64(event), salt: toHex(salt), proof })),
    items: items.map(({ facts, salt }) => ({ facts: toBase64(facts), salt: toHex(salt) })),
  });
  const bytes = concatBytes(json, Uint8Array.of(LF));
  const again = decodeReceipt(bytes);
  if (!sound || !again.ok)
    throw new TypeError(again.ok ? 'A part of the receipt cannot be read.' : again.reason);
  return bytes;
}

/**
 * Reads a receipt file in its one spelling: canonical JSON and a line feed. Events, facts and proofs are taken out as
 * they are; whether they can be read and hold is for `verifyReceipt`. Never throws.
 */
export function decodeReceipt(bytes: Uint8Array): DecodedReceipt {
  if (bytes.length > MAX_SIZE_BYTES) return refuse('The file is larger than a receipt can be.');
  if (bytes.at(-1) !== LF) return refuse('The file does not end in a line feed.');
  const json = decodeCanonicalJson(bytes.subarray(0, -1));
  if (!json.ok) return json;
  const { value } = json;
  if (!hasExactly(value, KEYS)) return refuse('It does not have exactly the members of a receipt.');
  const { format, reference, force, statement } = value;
  if (format !== FORMAT) return refuse('It is not version 1 of the receipt format.');
  if (statement !== RECEIPT_STATEMENT) return refuse('Its statement is not the statement of a receipt.');
  if (!isLine(reference) || !isLine(force))
    return refuse('Its reference or its force is not one line of text.');
  const events = listOf(value['events'], decodeReceiptEvent);
  const items = listOf(value['items'], decodeReceiptItem);
  if (events === null || events.length === 0) return refuse('Its list of events is malformed or empty.');
  if (items === null) return refuse('Its list of items is malformed.');
  return { ok: true, receipt: { reference, force, events, items } };
}

/** One visible line: nothing that could move a cursor, turn the writing direction, or end the line. */
function isLine(value: CanonicalValue | undefined): value is string {
  return typeof value === 'string' && /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,200}$/u.test(value);
}

function listOf<Part>(
  value: CanonicalValue | undefined,
  read: (part: CanonicalValue) => Part | null,
): Part[] | null {
  if (!Array.isArray(value) || value.length > MAX_EVENTS) return null;
  const parts = (value as CanonicalValue[]).map(read).filter(part => part !== null);
  return parts.length === value.length ? parts : null;
}

function decodeReceiptEvent(value: CanonicalValue): ReceiptEvent | null {
  if (!hasExactly(value, ['event', 'salt', 'proof'])) return null;
  const event = base64Of(value['event']);
  const salt = saltOf(value['salt']);
  const proof = value['proof'];
  return event === null || salt === null || typeof proof !== 'string' ? null : { event, salt, proof };
}

function decodeReceiptItem(value: CanonicalValue): ReceiptItem | null {
  if (!hasExactly(value, ['facts', 'salt'])) return null;
  const facts = base64Of(value['facts']);
  const salt = saltOf(value['salt']);
  return facts === null || salt === null ? null : { facts, salt };
}

function base64Of(value: CanonicalValue | undefined): Uint8Array | null {
  return typeof value === 'string' ? fromBase64(value) : null;
}

function saltOf(value: CanonicalValue | undefined): Uint8Array | null {
  const salt = typeof value === 'string' ? fromHex(value) : null;
  return salt?.length === 32 ? salt : null;
}

function refuse(reason: string): DecodedReceipt {
  return { ok: false, reason };
}
