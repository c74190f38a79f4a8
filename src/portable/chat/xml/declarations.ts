import type { XmlScanner, XmlToken } from './scanner.ts';

const LT = 0x3c;
const GT = 0x3e;
const DASH = 0x2d;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const QUESTION = 0x3f;

/** Steps over what begins with `<!` or `<?`; the scanner stands behind the `<`. Nothing in it is obeyed. */
export function passDeclaration(scanner: XmlScanner, start: number): XmlToken {
  if (scanner.peek() === QUESTION) return passInstruction(scanner, start);
  scanner.at += 1;
  if (scanner.peek() === DASH && scanner.peek(1) === DASH) return passComment(scanner, start);
  return scanner.peek() === BRACKET ? passSection(scanner, start) : passDoctype(scanner, start);
}

function passInstruction(scanner: XmlScanner, start: number): XmlToken {
  scanner.at += 1;
  while (scanner.passTo(QUESTION)) {
    scanner.at += 1;
    if (scanner.peek() !== GT) continue;
    scanner.at += 1;
    return { what: 'instruction', start, end: scanner.at };
  }
  return { what: 'cut-off', start, end: scanner.at };
}

function passComment(scanner: XmlScanner, start: number): XmlToken {
  scanner.at += 2;
  let [dashes, holdsMarkup] = [0, false];
  for (let byte = scanner.peek(); byte >= 0; byte = scanner.peek()) {
    scanner.at += 1;
    if (byte === GT && dashes >= 2) return { what: 'comment', start, end: scanner.at, holdsMarkup };
    dashes = byte === DASH ? dashes + 1 : 0;
    if (byte === LT) holdsMarkup = true;
  }
  return { what: 'cut-off', start, end: scanner.at };
}

/** `<![CDATA[…]]>`: text, which no file of this kind has outside of its tags. */
function passSection(scanner: XmlScanner, start: number): XmlToken {
  let brackets = 0;
  for (let byte = scanner.peek(); byte >= 0; byte = scanner.peek()) {
    scanner.at += 1;
    if (byte === GT && brackets >= 2) return { what: 'text', start, end: scanner.at, isBlank: false };
    brackets = byte === BRACKET_END ? brackets + 1 : 0;
  }
  return { what: 'cut-off', start, end: scanner.at };
}

/** To the first `>`, or behind `[` to the first `>` that follows a `]`. */
function passDoctype(scanner: XmlScanner, start: number): XmlToken {
  let [isOpen, last] = [false, 0];
  for (let byte = scanner.peek(); byte >= 0; byte = scanner.peek()) {
    scanner.at += 1;
    if (byte === GT && (!isOpen || last === BRACKET_END)) return { what: 'doctype', start, end: scanner.at };
    if (byte === BRACKET) isOpen = true;
    if (byte > 0x20) last = byte;
  }
  return { what: 'cut-off', start, end: scanner.at };
}
