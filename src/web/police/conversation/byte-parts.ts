import type { Message } from '#portable/chat/index.ts';
import type { PartSpan } from '#web/ui/police/index.ts';

const encoder = new TextEncoder();

/**
 * Which bytes of a message are its time, speaker, words and line end, found by looking for each as it is written. What
 * is not found stays unmarked, as do the format's own signs; the panel says so. Offsets count from the item's beginning.
 */
export function byteParts(message: Message, raw: Uint8Array): PartSpan[] {
  const start = message.span[0];
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const time = placeOf(bytes, message.writtenText, 0);
  const { speaker, body } = wordsAndSpeaker(message, bytes, time?.to ?? 0);
  const found: readonly (readonly [PartSpan['part'], Place | null])[] = [
    ['time', time],
    ['speaker', speaker],
    ...body.map(place => ['body', place] as const),
    ['line end', lineEnd(bytes)],
  ];
  return found
    .flatMap(([part, place]) =>
      place === null ? [] : [{ part, from: start + place.from, to: start + place.to }],
    )
    .sort((one, other) => one.from - other.from);
}

/**
 * The speaker and then the words, as most formats write them. Where the words do not follow, their own place comes first:
 * a name that stands in the words is not the speaker's.
 */
function wordsAndSpeaker(
  message: Message,
  bytes: Buffer,
  from: number,
): { readonly speaker: Place | null; readonly body: readonly Place[] } {
  const name = message.speakerWritten ?? message.speaker ?? '';
  const first = placeOf(bytes, name, from) ?? placeOf(bytes, name, 0, from);
  const after = bodyPlaces(message, bytes, first === null ? from : Math.max(from, first.to));
  if (after.length > 0 || message.body === '') return { speaker: first, body: after };
  const body = bodyPlaces(message, bytes, from);
  const [begins, ends] = [body[0]?.from ?? bytes.length, body.at(-1)?.to ?? bytes.length];
  return { speaker: placeOf(bytes, name, from, begins) ?? placeOf(bytes, name, ends), body };
}

type Place = { readonly from: number; readonly to: number };

/** The bytes of a text, plain or as JSON writes it, at or after `from` and before `before`. */
function placeOf(bytes: Buffer, text: string, from: number, before = bytes.length): Place | null {
  if (text === '') return null;
  for (const spelling of [text, JSON.stringify(text).slice(1, -1)]) {
    const wanted = encoder.encode(spelling);
    const at = bytes.indexOf(wanted, from);
    if (at >= 0 && at + wanted.length <= before) return { from: at, to: at + wanted.length };
  }
  return null;
}

/**
 * The words in one piece; where the export writes them in pieces (rich text), piece by piece; where their line ends were
 * written otherwise, line by line; of a message longer than the bytes at hand, as far as these go.
 */
function bodyPlaces({ body }: Message, bytes: Buffer, from: number): Place[] {
  const whole = placeOf(bytes, body, from);
  if (whole !== null) return [whole];
  const pieces = piecesOfJson(body, bytes, from);
  if (pieces.length > 0) return pieces;
  const beginning = body.length > bytes.length / 4 ? placeOf(bytes, body.slice(0, BEGINNING), from) : null;
  if (beginning !== null && goesOn(body, bytes.subarray(beginning.from)))
    return [{ from: beginning.from, to: bytes.length }];
  const places: Place[] = [];
  let at = from;
  for (const line of body.split('\n').slice(0, 500)) {
    const place = placeOf(bytes, line, at);
    if (place === null) continue;
    places.push(place);
    at = place.to;
  }
  return places;
}

const BEGINNING = 60;
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether the bytes hold nothing but the beginning of the words; their last few may be half a character. */
function goesOn(body: string, bytes: Buffer): boolean {
  const held = lenient.decode(bytes).slice(0, -4);
  return held.length > 0 && body.startsWith(held);
}

/**
 * Strings of JSON that make up the words one after the other, as rich text is written. None when they do not make them up
 * whole, so that a string that only looks like a part is never marked.
 */
function piecesOfJson(body: string, bytes: Buffer, from: number): Place[] {
  const text = bytes.toString('latin1');
  const places: Place[] = [];
  let at = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    // A key is no words; it is passed over whole, so that its end is not taken for a beginning.
    if (match[1] !== undefined || match.index < from) continue;
    const piece = decodedString(bytes.subarray(match.index, match.index + match[0].length));
    if (piece === '' || !body.startsWith(piece, at)) continue;
    places.push({ from: match.index + 1, to: match.index + match[0].length - 1 });
    at += piece.length;
    if (at === body.length) return places;
  }
  return [];
}

function decodedString(quoted: Buffer): string {
  try {
    return String(JSON.parse(quoted.toString('utf8')));
  } catch {
    return '';
  }
}

function lineEnd(bytes: Buffer): Place | null {
  const last = bytes.length;
  if (last === 0 || bytes[last - 1] !== 0x0a) return null;
  return { from: bytes[last - 2] === 0x0d ? last - 2 : last - 1, to: last };
}
