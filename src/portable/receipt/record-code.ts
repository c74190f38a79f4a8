import { sha256, utf8 } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';

/** Crockford's base 32: no I, L, O or U, so that characters are told apart by hand and read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = ALPHABET.length;
const DATA_CHARACTERS = 19;
const LABEL = 'handover/record-code/v1';

/**
 * The code to write down by hand for the event of this commitment, such as `Q19N-9JBB-6N5W-356X-FQTZ`: the first 95 bits
 * of SHA-256("handover/record-code/v1" || 0x00 || commitment) and a check character. Not secret: the log holds the
 * commitment. docs/formats/receipt.md, "The record code".
 */
export function recordCode(commitment: Sha256): string {
  const values = firstValues(sha256(utf8(LABEL), Uint8Array.of(0), commitment));
  return grouped([...values, checkOf(values)]);
}

/**
 * Reads a record code as a person wrote it: in either case, with any spaces, hyphens or dots, with O for 0 and I or L
 * for 1. Null when it is not 20 characters of the alphabet or the last does not fit the others.
 */
export function parseRecordCode(text: string): string | null {
  const plain = text
    .toUpperCase()
    .replaceAll(/[\s.\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const values = Array.from(plain, character => ALPHABET.indexOf(character));
  if (values.length !== DATA_CHARACTERS + 1 || values.includes(-1)) return null;
  return values.at(-1) === checkOf(values.slice(0, -1)) ? grouped(values) : null;
}

/** The first 19 groups of five bits, from the most significant on. */
function firstValues(digest: Uint8Array): number[] {
  let [held, heldBits] = [0, 0];
  const values: number[] = [];
  for (const byte of digest) {
    held = ((held << 8) | byte) & 0xfff;
    for (heldBits += 8; heldBits >= 5; heldBits -= 5) values.push((held >> (heldBits - 5)) & 31);
  }
  return values.slice(0, DATA_CHARACTERS);
}

/** Luhn's check digit in base 32: finds every single wrong character and almost every exchange of two neighbours. */
function checkOf(values: readonly number[]): number {
  const sum = values.toReversed().reduce((total, value, place) => {
    const weighted = place % 2 === 0 ? 2 * value : value;
    return total + Math.floor(weighted / BASE) + (weighted % BASE);
  }, 0);
  return (BASE - (sum % BASE)) % BASE;
}

function grouped(values: readonly number[]): string {
  const code = values.map(value => ALPHABET.charAt(value)).join('');
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}
