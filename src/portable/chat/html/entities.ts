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
 * as written; a number that is no character becomes U+FFFD, and `onBroken` is called.
 */
export function unescapeHtml(text: string, onBroken: () => void): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMES, name) ? (NAMES[name] as string) : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code <= LARGEST && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code);
    onBroken();
    return '\uFFFD';
  });
}
