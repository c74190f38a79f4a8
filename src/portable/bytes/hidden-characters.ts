/**
 * Characters that cannot be seen, or that change how their neighbours are shown: controls, everything Unicode calls
 * default ignorable (direction marks and overrides, zero-width characters, tags, selectors, blank Hangul), line and
 * paragraph separators, private use, lone surrogates, the blank Braille cell and annotation marks. They can hide words,
 * turn `gpj.exe` round, or make two names look the same. Line feed and tab stay: they only make room.
 */
const HIDDEN = String.raw`[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u2800\uFFF9-\uFFFB]`;

/** Letters of scripts that join, in which a joiner or non-joiner is spelling. */
const JOINING = String.raw`[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Default_Ignorable_Code_Point}]]`;

/** Hidden characters that do honest work where they stand, and so stay as they are. */
const HONEST = [
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Emoji})[\uFE0E\uFE0F]`,
  String.raw`(?<=\u{1F3F4})[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}`,
  String.raw`(?<=${JOINING})[\u200C\u200D](?=${JOINING})`,
].join('|');

const EITHER = new RegExp(`(?:${HONEST})|(?<hidden>${HIDDEN})`, 'gv');

/** A text from outside in order: what may be shown as it is, and the code point of each hidden character, to be shown as a mark. */
export function splitHidden(text: string): readonly (string | number)[] {
  const pieces: (string | number)[] = [];
  let from = 0;
  for (const found of text.matchAll(EITHER)) {
    const hidden = found.groups?.['hidden'];
    if (hidden === undefined || hidden === '\n' || hidden === '\t') continue;
    pieces.push(text.slice(from, found.index), hidden.codePointAt(0)!);
    from = found.index + hidden.length;
  }
  pieces.push(text.slice(from));
  return pieces.filter(piece => piece !== '');
}

/** A code point as it is written: `U+202E`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
