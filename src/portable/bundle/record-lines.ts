import { decodeCanonicalJson, encodeCanonicalJson, fromBase64, fromHex, toHex } from '../bytes/index.ts';
import { decodeEvent, eventCommitment } from '../continuity/index.ts';
import type { ContinuityEvent } from '../continuity/index.ts';
import { isHex, isText, shaped } from './json-shape.ts';
import type { OrderedEvent } from './order.ts';

/**
 * One line of `continuity/events.jsonl`, read. `commitment` is 64 hex: computed for an opened event, as stated for a
 * withheld one.
 */
export type RecordLine =
  | { n: number; commitment: string; event: ContinuityEvent; reason: null }
  | { n: number; commitment: string; event: null; reason: string };

/** The outcome of `decodeRecordLine`; the reason is one sentence. */
export type DecodedRecordLine = { ok: true; line: RecordLine } | { ok: false; reason: string };

const isNumber = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;
const isOpened = shaped({ n: isNumber, event: isText, salt: value => isHex(value, 32) });
const isWithheld = shaped({
  n: isNumber,
  commitment: value => isHex(value, 32),
  reason: value => isText(value) && value !== '',
});

/** The line, canonical JSON without its line end. Proofs lie in their own files. */
export function encodeRecordLine(entry: OrderedEvent): Uint8Array {
  const { proof: _proof, ...line } = entry;
  return encodeCanonicalJson(line);
}

/** Reads one line; refuses every other spelling and never throws. */
export function decodeRecordLine(bytes: Uint8Array): DecodedRecordLine {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return json;
  if (isWithheld(json.value)) {
    const { n, commitment, reason } = json.value as { n: number; commitment: string; reason: string };
    return { ok: true, line: { n, commitment, event: null, reason } };
  }
  if (!isOpened(json.value)) return { ok: false, reason: 'It is neither an opened nor a withheld entry.' };
  return open(json.value as { n: number; event: string; salt: string });
}

function open(line: { n: number; event: string; salt: string }): DecodedRecordLine {
  const bytes = fromBase64(line.event);
  const salt = fromHex(line.salt);
  if (!bytes || !salt) return { ok: false, reason: 'Its event is not base64.' };
  const decoded = decodeEvent(bytes);
  if (!decoded.ok) return decoded;
  const commitment = toHex(eventCommitment(salt, bytes));
  return { ok: true, line: { n: line.n, commitment, event: decoded.event, reason: null } };
}
