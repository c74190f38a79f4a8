import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** One recipient's part of a header: its kind and arguments, and the wrapped file key. */
export type Stanza = { readonly args: readonly string[]; readonly body: Uint8Array };

/** A header taken apart. `length` is its size in bytes, to the end of its last line; `covered` is what the MAC is over. */
export type Header = {
  readonly stanzas: readonly Stanza[];
  readonly covered: Uint8Array;
  readonly mac: Uint8Array;
  readonly length: number;
};

const VERSION_LINE = 'age-encryption.org/v1';
/** No header of ours is near this long; the limit keeps a hostile file from being searched to its end. */
export const LONGEST_HEADER = 65_536;
const LINE_FEED = 10;
const FULL_LINE = 64;
const MAC_LINE = /^--- ([A-Za-z0-9+/]{43})$/;
const STANZA_LINE = /^->(?: [!-~]+)+$/;

/**
 * Takes the header at the start of `file` apart, in its one spelling. Null for anything else: no version line, a stanza
 * with an empty argument, base64 that is padded or not canonical, a line too long or missing, no end within 64 KiB.
 * Source: age specification, "Header".
 */
export function parseHeader(file: Uint8Array): Header | null {
  const lines = new Lines(file.subarray(0, LONGEST_HEADER));
  if (lines.next() !== VERSION_LINE) return null;
  const stanzas: Stanza[] = [];
  for (;;) {
    const start = lines.at;
    const line = lines.next();
    if (line === null) return null;
    const mac = MAC_LINE.exec(line)?.[1];
    if (mac !== undefined) {
      const bytes = fromStrictBase64(mac);
      if (bytes === null || stanzas.length === 0) return null;
      return { stanzas, covered: file.subarray(0, start + 3), mac: bytes, length: lines.at };
    }
    const body = STANZA_LINE.test(line) ? stanzaBody(lines) : null;
    if (body === null) return null;
    stanzas.push({ args: line.slice(3).split(' '), body });
  }
}

function stanzaBody(lines: Lines): Uint8Array | null {
  const parts: Uint8Array[] = [];
  for (;;) {
    const line = lines.next();
    if (line === null || line.length > FULL_LINE) return null;
    const part = fromStrictBase64(line);
    if (part === null) return null;
    parts.push(part);
    if (line.length < FULL_LINE) return Buffer.concat(parts);
  }
}

/** Writes a header for these stanzas, with the MAC that only a holder of the file key can make. */
export function encodeHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Buffer {
  const lines = stanzas.flatMap(({ args, body }) => [`-> ${args.join(' ')}`, ...bodyLines(body)]);
  const covered = Buffer.from(`${[VERSION_LINE, ...lines].join('\n')}\n---`, 'latin1');
  return Buffer.concat([covered, Buffer.from(` ${toStrictBase64(macOf(covered, fileKey))}\n`, 'latin1')]);
}

/** A body ends with a line that is not full, if need be an empty one. */
function bodyLines(body: Uint8Array): string[] {
  const text = toStrictBase64(body);
  const lines = [];
  for (let at = 0; at <= text.length; at += FULL_LINE) lines.push(text.slice(at, at + FULL_LINE));
  return lines;
}

/** Whether this header was made by a holder of the file key. */
export function isAuthentic({ covered, mac }: Header, fileKey: Uint8Array): boolean {
  return timingSafeEqual(macOf(covered, fileKey), mac);
}

function macOf(covered: Uint8Array, fileKey: Uint8Array): Buffer {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, new Uint8Array(0), 'header', 32));
  return createHmac('sha256', key).update(covered).digest();
}

/** Base64 without padding (RFC 4648, section 3.2), in its one spelling. */
export function toStrictBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/** Null for padding, white space, the URL alphabet and unused bits that are not zero: Node.js lets them all pass. */
export function fromStrictBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return toStrictBase64(bytes) === text ? bytes : null;
}

/** Lines that end with a line feed; `at` is the place after the last one taken. */
class Lines {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): string | null {
    const end = this.#bytes.indexOf(LINE_FEED, this.at);
    if (end < 0) return null;
    const line = Buffer.from(this.#bytes.subarray(this.at, end)).toString('latin1');
    this.at = end + 1;
    return line;
  }
}
