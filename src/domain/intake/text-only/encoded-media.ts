import { BASE32, BASE64, BYTES, HEX, NUMBERS, SPOKEN_BYTES } from './alphabets.ts';
import { Ascii85 } from './ascii85.ts';
import { DataUris } from './data-uri.ts';
import { Envelopes } from './envelopes.ts';
import type { StateReader, StateWriter } from './kept-state.ts';
import { LanguageWall } from './language-wall.ts';
import { NumberList } from './number-list.ts';
import { bytesOf, type ForeignFile, type Signature, SIGNATURES, swapped } from './signatures.ts';
import { symbolPatterns } from './symbol-patterns.ts';
import { REMEMBERED, SymbolScanner } from './symbol-scanner.ts';
import { type Unescaped, Unescaper } from './unescape.ts';
import { WrittenBlob } from './written-blob.ts';

/** What was found written out in a text: a known kind of file, or a block of written bytes of no known kind. */
export type WrittenFile = ForeignFile | 'file';

/** Beginnings made of hardly more than zeros and ones are everywhere in dates and numbers. */
const isDistinct = (signature: Signature) => !/^00000(?:100|1b)/.test(signature.bytes);

/** Beginnings made of what stands in texts too may be spoken of in a chat ("GIF89a", or "pokedex" at the end of a line). */
const isNeverText = (signature: Signature) =>
  bytesOf(signature).some(
    byte => byte !== null && (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte > 0x7e),
  );

const DISTINCT = SIGNATURES.filter(isDistinct);
const NEVER_TEXT = DISTINCT.filter(isNeverText);
const SPOKEN = DISTINCT.filter(signature => !isNeverText(signature));

const DUMPED = [...DISTINCT, ...swapped(DISTINCT, 2), ...swapped(DISTINCT, 4)];

const WRITTEN = [
  symbolPatterns(BASE64, DISTINCT),
  symbolPatterns(BASE32, DISTINCT),
  symbolPatterns(HEX, DUMPED),
];
const AS_BYTES = symbolPatterns(BYTES, NEVER_TEXT);
const AS_SPOKEN_BYTES = symbolPatterns(SPOKEN_BYTES, SPOKEN);
const AS_NUMBERS = symbolPatterns(NUMBERS, DISTINCT);

/** What stands where: talk, or a list of names, which apps make up of random letters and digits. */
export type Writing = 'talk' | 'names';

/**
 * Finds media, archives and documents that are written out as text: in base64, base32, hex, decimal numbers, escapes
 * (JSON, JavaScript, percent, quoted-printable, HTML), `data:` addresses, under the first line of uuencode, yEnc or
 * Ascii85, as a long block of anything alike, or, in talk, as a long stretch of what is no language. Line breaks, spaces,
 * quotes and escapes between the characters do not hide them.
 *
 * It is one wall, not the only one. Somebody determined can always write bytes in a way nobody else knows (a word for
 * each byte; a few letters a day); such a text shows no picture to anybody who opens it, and nothing ever renders it.
 */
export class EncodedMedia {
  readonly #plain = WRITTEN.map(patterns => new SymbolScanner(patterns));
  readonly #unescaped = [...WRITTEN, AS_BYTES].map(patterns => new SymbolScanner(patterns));
  readonly #spoken = new SymbolScanner(AS_SPOKEN_BYTES);
  readonly #numbers = new SymbolScanner(AS_NUMBERS);
  readonly #unescaper = new Unescaper();
  readonly #numberList = new NumberList();
  readonly #blob = new WrittenBlob();
  readonly #envelopes = new Envelopes();
  readonly #ascii85 = new Ascii85();
  readonly #dataUris = [new DataUris(), new DataUris()] as const;
  readonly #language: LanguageWall | null;

  constructor(writing: Writing) {
    this.#language = writing === 'talk' ? new LanguageWall() : null;
  }

  /** Reads on; what was found in the text so far, or null. */
  push(chunk: Uint8Array): WrittenFile | null {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
    const unescaped = this.#unescaper.push(text);
    const known =
      firstFound(this.#plain, chunk) ??
      firstFound(this.#unescaped, unescaped.bytes) ??
      this.#spoken.push(mayHoldSpoken(unescaped)) ??
      this.#numbers.push(this.#numberList.push(chunk));
    if (known !== null) return known;
    const [inText, inUnescaped] = this.#dataUris;
    const found =
      inText.push(chunk) ||
      inUnescaped.push(unescaped.bytes) ||
      this.#envelopes.push(text) ||
      this.#ascii85.push(chunk) ||
      this.#blob.push(chunk) ||
      this.#language?.push(chunk, unescaped.text);
    return found === true ? 'file' : null;
  }

  save(state: StateWriter): void {
    for (const part of this.#parts()) part.save(state);
  }

  load(state: StateReader): void {
    for (const part of this.#parts()) part.load(state);
  }

  #parts() {
    return [
      ...this.#plain,
      ...this.#unescaped,
      this.#spoken,
      this.#numbers,
      this.#unescaper,
      this.#numberList,
      this.#blob,
      this.#envelopes,
      this.#ascii85,
      ...this.#dataUris,
      ...(this.#language === null ? [] : [this.#language]),
    ];
  }
}

/** A signature that people may speak of counts only with controls behind it: without any, all but the end of a piece is passed over. */
function mayHoldSpoken({ bytes, hasControls }: Unescaped): Uint8Array {
  return hasControls ? bytes : bytes.subarray(-REMEMBERED);
}

function firstFound(scanners: readonly SymbolScanner[], text: Uint8Array): ForeignFile | null {
  for (const scanner of scanners) {
    const found = scanner.push(text);
    if (found !== null) return found;
  }
  return null;
}
