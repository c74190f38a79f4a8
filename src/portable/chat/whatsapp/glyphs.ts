/** Code points of UTF-8 bytes, read one at a time without making strings. */
export class Glyphs {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;

  /** The code point at `at`, -1 at the end. A byte that is not UTF-8 counts as U+FFFD of one byte. */
  peek(): number {
    return this.at < this.end ? codePointAt(this.bytes, this.at, this.end) : -1;
  }

  skip(codePoint: number): void {
    this.at += codePoint === 0xfffd ? badWidth(this.bytes, this.at) : widthOf(codePoint);
  }

  /** Steps over the code point when it is the one given. */
  take(codePoint: number): boolean {
    if (this.peek() !== codePoint) return false;
    this.skip(codePoint);
    return true;
  }

  skipMarks(): void {
    for (let code = this.peek(); isMark(code); code = this.peek()) this.skip(code);
  }

  /** Steps over spaces of any kind and marks; returns how many spaces there were. */
  skipSpaces(): number {
    let spaces = 0;
    for (let code = this.peek(); isSpace(code) || isMark(code); code = this.peek()) {
      if (isSpace(code)) spaces += 1;
      this.skip(code);
    }
    return spaces;
  }
}

function widthOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** U+FFFD may stand in the file itself (three bytes) or stand for one byte that is not UTF-8. */
function badWidth(bytes: Uint8Array, at: number): number {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd ? 3 : 1;
}

function tail(bytes: Uint8Array, at: number, end: number): number {
  const byte = at < end ? (bytes[at] as number) : 0;
  return (byte & 0xc0) === 0x80 ? byte & 0x3f : -1;
}

function codePointAt(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return first;
  const second = tail(bytes, at + 1, end);
  if (second < 0) return 0xfffd;
  if (first >= 0xc2 && first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = tail(bytes, at + 2, end);
  if (third < 0) return 0xfffd;
  if (first >= 0xe0 && first < 0xf0) return inRange(0x800, ((first & 0x0f) << 12) | (second << 6) | third);
  const fourth = tail(bytes, at + 3, end);
  if (fourth < 0 || first < 0xf0 || first > 0xf4) return 0xfffd;
  return inRange(0x10000, ((first & 0x07) << 18) | (second << 12) | (third << 6) | fourth);
}

/** U+FFFD for what takes more bytes than it needs, for halves of a pair, and for what lies beyond Unicode. */
function inRange(smallest: number, codePoint: number): number {
  if (codePoint < smallest || codePoint > 0x10ffff) return 0xfffd;
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
}

/** Marks that steer direction and show nothing; exports put them around numbers, names and media lines. */
export function isMark(code: number): boolean {
  if (code < 0x61c) return false;
  if (code === 0x61c || code === 0x200e || code === 0x200f || code === 0xfeff) return true;
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/** Space, no-break space, the thin ones, and the ideographic one. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x3000 || code === 0x2007
  );
}

/** First code points of the digit rows that exports use. */
const DIGIT_ROWS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040];

/** Which row of digits the code point is of, -1 for none. */
export function digitRow(code: number): number {
  if (code < 0x660) return code >= 0x30 && code <= 0x39 ? 0 : -1;
  return code > 0x1049 ? -1 : DIGIT_ROWS.findIndex(zero => code >= zero && code <= zero + 9);
}

/** The value of a digit of the given row. */
export function digitValue(code: number, row: number): number {
  return code - (DIGIT_ROWS[row] as number);
}
