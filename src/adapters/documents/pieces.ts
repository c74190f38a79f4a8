import { codePointName, splitHidden } from '../../portable/bytes/hidden-characters.ts';

/**
 * A part of a text from outside: characters to set as they are, or one to set as a mark that carries its code point.
 * `breaks` lets a line end behind a part of a word that is longer than a line may be.
 */
export type Piece = { readonly text: string; readonly breaks?: true } | { readonly mark: string };

/** The longest part of a word that is set in one piece. */
const LONGEST_PART = 12;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text from outside in the pieces that the template sets. What cannot be seen, and what no font of ours can show, is a
 * mark. A grapheme is shown when one font has every part of it: an accent of another font would not sit on its letter.
 */
export function piecesOf(text: string, fonts: readonly ReadonlySet<number>[]): readonly Piece[] {
  const parts = splitHidden(text).flatMap(part => (typeof part === 'number' ? [part] : legible(part, fonts)));
  const joined: (string | number)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined.flatMap(part =>
    typeof part === 'number' ? [{ mark: codePointName(part) }] : brokenUp(part),
  );
}

/** Graphemes that a font can show, and the code points of all others. */
function legible(text: string, fonts: readonly ReadonlySet<number>[]): readonly (string | number)[] {
  return unitsOf(text, fonts).flatMap<string | number>(unit => {
    const codePoints = codePointsOf(unit);
    return isShown(codePoints, fonts) ? [unit] : codePoints;
  });
}

/** Graphemes; one that no font has as a whole without the joiners in it, so that a letter is not lost with its joiner. */
function unitsOf(text: string, fonts: readonly ReadonlySet<number>[]): readonly string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) =>
    isShown(codePointsOf(segment), fonts) ? [segment] : segment.split(/([\u200C\u200D])/),
  ).flat();
}

function isShown(codePoints: readonly number[], fonts: readonly ReadonlySet<number>[]): boolean {
  return fonts.some(font => codePoints.every(each => font.has(each)));
}

function codePointsOf(text: string): readonly number[] {
  return Array.from(text, character => character.codePointAt(0)!);
}

/** Long words in parts, so that a line can end inside them. Nothing is added to the text. */
function brokenUp(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let part = '';
  let length = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (segment === ' ') length = 0;
    else length += 1;
    part += segment;
    if (length < LONGEST_PART) continue;
    pieces.push({ text: part, breaks: true });
    part = '';
    length = 0;
  }
  return part === '' ? pieces : [...pieces, { text: part }];
}
