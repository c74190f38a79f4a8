const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Up to this many bytes, plain ASCII is turned into text here: calling the decoder costs more. */
const SHORT = 48;

function asciiOf(bytes: Uint8Array, start: number, end: number): string | null {
  let all = 0;
  for (let i = start; i < end; i++) all |= bytes[i] as number;
  if (all > 0x7f) return null;
  const code = (i: number): number => bytes[i] as number;
  let text = '';
  let i = start;
  for (; i + 4 <= end; i += 4) text += String.fromCharCode(code(i), code(i + 1), code(i + 2), code(i + 3));
  for (; i < end; i++) text += String.fromCharCode(code(i));
  return text;
}

/** The bytes as text, nothing stripped or normalised; bytes that are not UTF-8 become U+FFFD. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (start >= end) return '';
  const short = end - start <= SHORT ? asciiOf(bytes, start, end) : null;
  return short ?? lenient.decode(bytes.subarray(start, end));
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
