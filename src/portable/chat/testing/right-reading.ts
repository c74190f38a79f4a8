import type { Message, Reading, Span } from '../reading.ts';
import { encodeReadingLines } from '../reading-lines.ts';

/** Keys and values that must be there; what is not named does not matter. Lists must have the same length. */
type Part = Readonly<Record<string, unknown>>;

/** What a right reading says of one message: any key of a message, and these. */
export interface RightMessage extends Part {
  /** Its place; in `last` it is left out. */
  readonly n?: number;
  readonly doubtsHold?: readonly string[];
  readonly doubtsLack?: readonly string[];
  readonly oneDoubtOf?: readonly string[];
  /** Repairs, by their `what`. */
  readonly repairsHold?: readonly string[];
  readonly keys?: readonly string[];
  readonly noKeys?: readonly string[];
  /** Characters that stand somewhere in its line of the reading. */
  readonly lineHolds?: readonly string[];
  readonly bodyBegins?: string;
  readonly bodyLength?: number;
  /** `written` and `writtenOther`, earlier one first. */
  readonly eitherTime?: readonly string[];
}

/** What a right reading of a file says, as far as the pages of the formats decide it. */
export interface RightReading {
  readonly about: string;
  readonly name?: string;
  readonly sealedAt?: string;
  /** The reasons of which one must be given, when the file is no chat that can be read. */
  readonly refused?: readonly string[];
  readonly format?: string;
  readonly messages?: number;
  readonly of?: readonly RightMessage[];
  readonly last?: RightMessage;
  /** Texts of messages, wherever they stand. */
  readonly bodies?: readonly string[];
  /** Characters that stand in the line of some message. */
  readonly linesHold?: readonly string[];
  readonly doubts?: readonly string[];
  readonly noDoubts?: readonly string[];
  readonly oneDoubtOf?: readonly string[];
  readonly detail?: Readonly<Record<string, string>>;
  readonly detailHolds?: Readonly<Record<string, readonly string[]>>;
  readonly unreadBytes?: number;
  /** Characters of the file that stand in an unread span. */
  readonly unreadHolds?: readonly string[];
  /** Characters of the file that stand in no envelope span. */
  readonly notEnvelope?: readonly string[];
  readonly envelope?: readonly Span[];
  readonly offsets?: readonly number[];
  readonly speakers?: readonly Part[];
  readonly zone?: Part;
  readonly dateOrder?: Part;
  readonly conversations?: readonly Part[];
}

const OWN_KEYS = new Set(
  'n doubtsHold doubtsLack oneDoubtOf repairsHold keys noKeys lineHolds bodyBegins bodyLength eitherTime'.split(
    ' ',
  ),
);

/** Everything in which a reading is not right; empty when it is. */
export function faultsOf(reading: Reading, bytes: Uint8Array, right: RightReading): string[] {
  const messages = [...reading.messages];
  const lines = [...encodeReadingLines(reading)];
  const faults = new Faults();
  if (right.messages !== undefined) faults.part('messages', messages.length, right.messages);
  faults.part('format', reading.format, right.format);
  for (const one of right.of ?? []) messageFaults(faults, messages, lines, one);
  if (right.last) messageFaults(faults, messages, lines, { ...right.last, n: messages.length - 1 });
  const bodies = messages.map(({ body }) => body);
  for (const body of right.bodies ?? []) faults.holds(bodies.includes(body), `no message "${body}"`);
  const own = lines.slice(1, messages.length + 1);
  for (const text of right.linesHold ?? [])
    faults.holds(
      own.some(line => line.includes(inLine(text))),
      `nothing says ${text}`,
    );
  doubtFaults(faults, reading, right);
  spanFaults(faults, reading, bytes, right);
  headFaults(faults, reading, right);
  return faults.found;
}

class Faults {
  readonly found: string[] = [];

  holds(isRight: boolean, sentence: string): void {
    if (!isRight) this.found.push(sentence);
  }

  /** `actual` has every key of `wanted` with such a value. */
  part(where: string, actual: unknown, wanted: unknown): void {
    if (Array.isArray(wanted)) {
      const list: readonly unknown[] = Array.isArray(actual) ? actual : [];
      if (!Array.isArray(actual) || list.length !== wanted.length) this.#differ(where, actual, wanted);
      else wanted.forEach((one, i) => this.part(`${where}[${i}]`, list[i], one));
    } else if (typeof wanted === 'object' && wanted !== null) {
      if (typeof actual !== 'object' || actual === null) return this.#differ(where, actual, wanted);
      for (const [key, value] of Object.entries(wanted))
        this.part(`${where}.${key}`, Reflect.get(actual, key), value);
    } else if (sameTime(actual) !== sameTime(wanted ?? null)) this.#differ(where, actual, wanted);
  }

  #differ(where: string, actual: unknown, wanted: unknown): void {
    const [is, should] = [actual, wanted].map(value => (JSON.stringify(value) ?? 'absent').slice(0, 300));
    this.found.push(`${where} is ${is}, should be ${should}`);
  }
}

/** Instants are the same with zero milliseconds and without; what is absent is null. */
function sameTime(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\.000Z$/, 'Z') : (value ?? null);
}

/** Text as it stands inside a string of a JSON line. */
function inLine(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function messageFaults(
  faults: Faults,
  messages: readonly Message[],
  lines: readonly string[],
  right: RightMessage,
): void {
  const n = right.n ?? 0;
  const message = messages[n];
  const at = `message ${n}`;
  if (!message) return faults.holds(false, `${at} is missing`);
  for (const [key, value] of Object.entries(right))
    if (!OWN_KEYS.has(key)) faults.part(`${at}.${key}`, Reflect.get(message, key), value);
  const doubts = new Set(message.doubts);
  const repairs = new Set(message.repairs?.map(({ what }) => what));
  for (const code of right.doubtsHold ?? []) faults.holds(doubts.has(code), `${at} lacks ${code}`);
  for (const code of right.doubtsLack ?? []) faults.holds(!doubts.has(code), `${at} has ${code}`);
  const oneOf = right.oneDoubtOf;
  if (oneOf)
    faults.holds(
      oneOf.some(code => doubts.has(code)),
      `${at} has none of ${oneOf.join(', ')}`,
    );
  for (const what of right.repairsHold ?? []) faults.holds(repairs.has(what), `${at} has no repair ${what}`);
  for (const key of right.keys ?? []) faults.holds(key in message, `${at} has no ${key}`);
  for (const key of right.noKeys ?? []) faults.holds(!(key in message), `${at} has ${key}`);
  for (const text of right.lineHolds ?? [])
    faults.holds(lines[n + 1]?.includes(inLine(text)) === true, `${at} does not say ${text}`);
  faults.holds(message.body.startsWith(right.bodyBegins ?? ''), `${at} is "${message.body}"`);
  if (right.bodyLength !== undefined) faults.part(`${at} length`, message.body.length, right.bodyLength);
  const times = [message.written, message.writtenOther ?? null].toSorted();
  if (right.eitherTime) faults.part(`${at} times`, times, right.eitherTime);
}

function doubtFaults(faults: Faults, reading: Reading, right: RightReading): void {
  const details = new Map<string, string>(reading.doubts.map(({ code, detail }) => [code, detail ?? '']));
  for (const code of right.doubts ?? []) faults.holds(details.has(code), `lacks ${code}`);
  for (const code of right.noDoubts ?? []) faults.holds(!details.has(code), `has ${code}`);
  const oneOf = right.oneDoubtOf;
  if (oneOf)
    faults.holds(
      oneOf.some(code => details.has(code)),
      `has none of ${oneOf.join(', ')}`,
    );
  for (const [code, detail] of Object.entries(right.detail ?? {}))
    faults.part(`detail of ${code}`, details.get(code), detail);
  for (const [code, texts] of Object.entries(right.detailHolds ?? {}))
    for (const text of texts)
      faults.holds(details.get(code)?.includes(text) === true, `detail of ${code} lacks ${text}`);
}

function spanFaults(faults: Faults, reading: Reading, bytes: Uint8Array, right: RightReading): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isIn = (spans: readonly Span[], text: string) =>
    spans.some(([start, end]) => file.subarray(start, end).includes(text));
  const envelope = [...reading.envelope];
  if (right.unreadBytes !== undefined) faults.part('unreadBytes', reading.unreadBytes, right.unreadBytes);
  for (const text of right.unreadHolds ?? []) faults.holds(isIn(reading.unread, text), `not unread: ${text}`);
  for (const text of right.notEnvelope ?? []) faults.holds(!isIn(envelope, text), `envelope: ${text}`);
  for (const span of right.envelope ?? [])
    faults.holds(
      envelope.some(([a, b]) => a === span[0] && b === span[1]),
      `no envelope ${span.join('-')}`,
    );
}

function headFaults(faults: Faults, reading: Reading, right: RightReading): void {
  if (right.zone) faults.part('zone', reading.zone, right.zone);
  if (right.dateOrder) faults.part('dateOrder', reading.dateOrder, right.dateOrder);
  if (right.conversations) faults.part('conversations', reading.conversations, right.conversations);
  for (const minutes of right.offsets ?? [])
    faults.holds(reading.zone.offsetsMinutes.includes(minutes), `no offset of ${minutes} minutes`);
  for (const { name, messages } of right.speakers ?? []) {
    const isThere = reading.speakers.some(one => one.name === name && one.messages === messages);
    faults.holds(isThere, `${String(name)} has not ${String(messages)} messages`);
  }
}
