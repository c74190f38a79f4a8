/** The names that the exports read here use. */
const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
};

const LARGEST = 0x10ffff;
const REFERENCE = /&(?:#x([0-9a-f]{1,8})|#([0-9]{1,10})|([a-z]{2,6}));/gi;

/**
 * The text with its character references read, once: what they stand for is not read again. A name that is not known stays
 * as written; a number that is no character becomes what `broken` gives for the reference.
 */
export function unescapeHtml(text: string, broken: (reference: string) => string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMES, name) ? (NAMES[name] as string) : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return isCharacter(code) ? String.fromCodePoint(code) : broken(whole);
  });
}

/** Web pages allow no reference to U+0000; exports write one where the message holds it. */
function isCharacter(code: number): boolean {
  return code <= LARGEST && (code < 0xd800 || code > 0xdfff);
}
