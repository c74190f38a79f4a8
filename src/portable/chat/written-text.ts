const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Up to this many bytes, plain ASCII is turned into text here: calling the decoder costs more. */
const SHORT = 24;

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  let all = 0;
  for (let i = start; i < end; i++) all |= bytes[i] as number;
  return all <= 0x7f;
}

/** Bytes that are known to be ASCII as text. */
export function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return lenient.decode(bytes.subarray(start, end));
  const code = (i: number): number => bytes[i] as number;
  let text = '';
  let i = start;
  if (i + 16 <= end) {
    text = String.fromCharCode(
      code(i), code(i + 1), code(i + 2), code(i + 3), code(i + 4), code(i + 5), code(i + 6), code(i + 7),
      code(i + 8), code(i + 9), code(i + 10), code(i + 11), code(i + 12), code(i + 13), code(i + 14), code(i + 15),
    ); // prettier-ignore
    i += 16;
  }
  if (i + 8 <= end) {
    text += String.fromCharCode(
      code(i), code(i + 1), code(i + 2), code(i + 3), code(i + 4), code(i + 5), code(i + 6), code(i + 7),
    ); // prettier-ignore
    i += 8;
  }
  for (; i + 4 <= end; i += 4) text += String.fromCharCode(code(i), code(i + 1), code(i + 2), code(i + 3));
  if (end - i === 3) return text + String.fromCharCode(code(i), code(i + 1), code(i + 2));
  if (end - i === 2) return text + String.fromCharCode(code(i), code(i + 1));
  return end - i === 1 ? text + String.fromCharCode(code(i)) : text;
}

/** The bytes as text, nothing stripped or normalised; bytes that are not UTF-8 become U+FFFD. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (start >= end) return '';
  const isShort = end - start <= SHORT && isAscii(bytes, start, end);
  return isShort ? asciiOf(bytes, start, end) : lenient.decode(bytes.subarray(start, end));
}

/** The bytes as text; null when they are not well-formed UTF-8. */
export function utf8TextOf(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** True when the bytes are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array, start = 0, end = bytes.length): boolean {
  try {
    strict.decode(bytes.subarray(start, end));
    return true;
  } catch {
    return false;
  }
}

/** How many bytes a UTF-8 byte order mark takes at the beginning: 3 or 0. */
export function byteOrderMarkBytes(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
