const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUM_WORDS = 6;

/**
 * Writes bytes in Bech32 under a lower-case prefix, in lower case. No length limit, as age has none.
 * Source: BIP 173; age specification, "The X25519 recipient type".
 */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const words = fiveBitWords(bytes);
  const remainder = polymod([...spread(prefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checksum = [25, 20, 15, 10, 5, 0].map(shift => (remainder >> shift) & 31);
  return `${prefix}1${[...words, ...checksum].map(word => ALPHABET[word]).join('')}`;
}

/**
 * The bytes that lower-case Bech32 `text` spells under `prefix`. Null for another prefix, mixed or upper case, a wrong
 * checksum, or unused bits that are not zero: each byte string has exactly one accepted spelling.
 */
export function decodeBech32(prefix: string, text: string): Uint8Array | null {
  if (!text.startsWith(`${prefix}1`)) return null;
  const words = Array.from(text.slice(prefix.length + 1), letter => ALPHABET.indexOf(letter));
  if (words.length < CHECKSUM_WORDS || words.includes(-1)) return null;
  if (polymod([...spread(prefix), ...words]) !== 1) return null;
  const bytes = eightBitBytes(words.slice(0, -CHECKSUM_WORDS));
  return encodeBech32(prefix, bytes) === text ? bytes : null;
}

function spread(prefix: string): number[] {
  const codes = Array.from(prefix, letter => letter.charCodeAt(0));
  return [...codes.map(code => code >> 5), 0, ...codes.map(code => code & 31)];
}

function fiveBitWords(bytes: Uint8Array): number[] {
  const words: number[] = [];
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) words.push((pending >> (bits - 5)) & 31);
  }
  if (bits > 0) words.push((pending << (5 - bits)) & 31);
  return words;
}

/** Bits that do not fill a byte are dropped; the caller writes the bytes again to see that they were zero. */
function eightBitBytes(words: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let pending = 0;
  let bits = 0;
  for (const word of words) {
    pending = ((pending << 5) | word) & 0xfff;
    bits += 5;
    if (bits >= 8) bytes.push((pending >> (bits -= 8)) & 255);
  }
  return Uint8Array.from(bytes);
}

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of GENERATORS.entries()) if ((top >> bit) & 1) check ^= generator;
  }
  return check;
}
