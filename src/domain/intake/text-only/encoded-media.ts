import { BASE32, BASE64, BYTES, HEX, NUMBERS, SPOKEN_BYTES } from './alphabets.ts';
import { DataUris } from './data-uri.ts';
import { NumberList } from './number-list.ts';
import { bytesOf, type ForeignFile, type Signature, SIGNATURES } from './signatures.ts';
import { symbolPatterns } from './symbol-patterns.ts';
import { SymbolScanner } from './symbol-scanner.ts';
import { Unescaper } from './unescape.ts';
import { Uuencoded } from './uuencoded.ts';
import { WrittenBlob } from './written-blob.ts';

/** What was found written out in a text: a known kind of file, or a block of written bytes of no known kind. */
export type WrittenFile = ForeignFile | 'file';

/** Beginnings made of hardly more than zeros and ones are everywhere in dates and numbers. */
const isDistinct = (signature: Signature) => !/^00000(?:100|1b)/.test(signature.bytes);

/** Beginnings made of printable characters only may be spoken of in a chat ("GIF89a"). */
const isUnprintable = (signature: Signature) =>
  bytesOf(signature).some(byte => byte !== null && (byte < 0x20 || byte > 0x7e));

const DISTINCT = SIGNATURES.filter(isDistinct);
const UNPRINTABLE = DISTINCT.filter(isUnprintable);
const PRINTABLE = DISTINCT.filter(signature => !isUnprintable(signature));

const WRITTEN = [BASE64, BASE32, HEX].map(alphabet => symbolPatterns(alphabet, DISTINCT));
const AS_BYTES = [symbolPatterns(BYTES, UNPRINTABLE), symbolPatterns(SPOKEN_BYTES, PRINTABLE)];
const AS_NUMBERS = symbolPatterns(NUMBERS, DISTINCT);

/**
 * Finds media, archives and documents that are written out as text: in base64, base32, hex, decimal numbers, escapes
 * (JSON, JavaScript, percent, quoted-printable, HTML), `data:` addresses, uuencode, or as a long block of anything
 * alike. Line breaks, spaces, quotes and escapes between the characters do not hide them.
 *
 * It is one wall, not the only one. Somebody determined can always write bytes in a way nobody else knows; such a text
 * shows no picture to anybody who opens it.
 */
export class EncodedMedia {
  readonly #plain = WRITTEN.map(patterns => new SymbolScanner(patterns));
  readonly #unescaped = [...WRITTEN, ...AS_BYTES].map(patterns => new SymbolScanner(patterns));
  readonly #numbers = new SymbolScanner(AS_NUMBERS);
  readonly #unescaper = new Unescaper();
  readonly #numberList = new NumberList();
  readonly #blob = new WrittenBlob();
  readonly #uuencoded = new Uuencoded();
  readonly #dataUris = [new DataUris(), new DataUris()] as const;

  /** Reads on; what was found in the text so far, or null. */
  push(chunk: Uint8Array): WrittenFile | null {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
    const unescaped = this.#unescaper.push(text);
    const known =
      firstFound(this.#plain, chunk) ??
      firstFound(this.#unescaped, unescaped) ??
      this.#numbers.push(this.#numberList.push(chunk));
    if (known !== null) return known;
    const [inText, inUnescaped] = this.#dataUris;
    const found =
      inText.push(chunk) ||
      inUnescaped.push(unescaped) ||
      this.#uuencoded.push(text) ||
      this.#blob.push(chunk);
    return found ? 'file' : null;
  }
}

function firstFound(scanners: readonly SymbolScanner[], text: Uint8Array): ForeignFile | null {
  for (const scanner of scanners) {
    const found = scanner.push(text);
    if (found !== null) return found;
  }
  return null;
}
