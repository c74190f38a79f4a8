/**
 * Text as a search compares it: without regard to the case of letters, to accents and vowel points, to which of several
 * signs for one letter was used, and to characters that cannot be seen. Language-neutral: the host's locale is never
 * asked. Made code point by code point, so that a place in the folded text can be led back to the original.
 */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll(/\s/g, ' ');
  let out = '';
  for (const character of text) out += foldedCharacter(character);
  return out;
}

/** Nothing but ASCII: most messages, and quick. */
// oxlint-disable-next-line no-control-regex -- control characters are text like any other here
const PLAIN = /^[\u0000-\u007f]*$/;

/** Marks that are put to a letter in Latin, Greek, Cyrillic, Hebrew and Arabic. Vowel signs of other scripts are letters. */
const MARKS = new RegExp(
  `[${[
    String.raw`\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`,
    String.raw`\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7`,
    String.raw`\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed`,
  ].join('')}]`,
  'gu',
);
/** Joiners, marks of direction, variation selectors, soft hyphens: there, and not seen. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const HANGUL = /^[\uac00-\ud7a3]$/u;

const MOST_KNOWN = 20_000;
const known = new Map<string, string>();

function foldedCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const made = makeFolded(character);
  if (known.size < MOST_KNOWN) known.set(character, made);
  return made;
}

function makeFolded(character: string): string {
  if (HANGUL.test(character)) return character;
  // Upper and then lower brings together what has one capital: ß and ss, ς and σ.
  const letters = character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  return letters.replaceAll(MARKS, '').replaceAll(UNSEEN, '').replaceAll(/\s/g, ' ');
}

/** From one place in a text up to another, in UTF-16 units. */
export type TextRange = readonly [start: number, end: number];

/**
 * Where the term stands in the text, in the text's own UTF-16 units, in order and without overlap; at most `most`. Marks and
 * unseen characters behind the last letter belong to the range.
 */
export function rangesOf(text: string, term: string, most: number): TextRange[] {
  const wanted = folded(term);
  if (wanted === '') return [];
  const { letters, starts } = withPlaces(text);
  const ranges: TextRange[] = [];
  for (let at = letters.indexOf(wanted); at >= 0 && ranges.length < most;) {
    const end = at + wanted.length;
    ranges.push([starts[at] ?? 0, starts[end] ?? text.length]);
    at = letters.indexOf(wanted, end);
  }
  return ranges;
}

/** The folded text, and for each of its units the place of the character in the original that it was made of. */
function withPlaces(text: string): { letters: string; starts: number[] } {
  let letters = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const made = foldedCharacter(character);
    for (let i = 0; i < made.length; i++) starts.push(at);
    letters += made;
    at += character.length;
  }
  return { letters, starts };
}
