const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE_OF = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]));

/** Standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) text += quartetOf(bytes.subarray(i, i + 3));
  return text;
}

function quartetOf(triple: Uint8Array): string {
  const [a = 0, b = 0, c = 0] = triple;
  const third = triple.length > 1 ? ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) : '=';
  const fourth = triple.length > 2 ? ALPHABET.charAt(c & 63) : '=';
  return ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4)) + third + fourth;
}

/**
 * The bytes that `text` spells in standard padded base64 (RFC 4648 section 4). Null for white space, the URL alphabet,
 * wrong padding, or unused bits that are not zero (section 3.5): each byte string has exactly one accepted spelling.
 */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (let i = 0; i < text.length - padding; i += 1) {
    const value = VALUE_OF.get(text.charAt(i));
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffff;
    heldBits += 6;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes[at] = held >> heldBits;
      at += 1;
    }
  }
  const unused = held & ((1 << heldBits) - 1);
  return unused === 0 ? bytes : null;
}
