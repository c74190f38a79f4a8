import { HeaderReader } from './header.ts';
import type { HeaderBatch } from './header-batch.ts';
import { HOLDS_NOTHING } from './header-batch.ts';
import { HeaderTemplates } from './header-templates.ts';
import { LineEnds } from './line-end.ts';
import type { KnownShape, ShapeTable } from './shape-table.ts';
import { NO_SHAPE, packDate } from './shape-table.ts';
import { type LineDivider, UNDIVIDED } from './speakers.ts';

const RETURN = 0x0d;
const NEVER = 0;
const MAYBE = 1;
const BEFORE_DIGIT = 2;

/** By first byte, whether a header can begin with it: a digit of some script, `[`, a mark, or an era letter and a digit. */
const BEGINNINGS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ((byte >= 0x30 && byte <= 0x39) || byte === 0x5b || byte === 0xe2 || byte === 0xef) return MAYBE;
  if ((byte >= 0xd8 && byte <= 0xdb) || byte === 0xe0 || byte === 0xe1) return MAYBE;
  // 上 下 午 오 令 平 昭 begin with these.
  if (byte === 0xe4 || byte === 0xe5 || byte === 0xec || byte === 0xe6) return MAYBE;
  return byte >= 0x48 && byte <= 0x54 ? BEFORE_DIGIT : NEVER;
});

/** Finds the headers of a stretch, line by line. Lines end in LF, with or without CR before it. */
export class HeaderScanner {
  /** Lines that end in CR LF, and lines that end in LF alone. */
  crlfLines = 0;
  lfLines = 0;

  readonly #batch: HeaderBatch;
  readonly #shapes: ShapeTable;
  readonly #divider: LineDivider | null;
  readonly #reader = new HeaderReader();
  readonly #templates = new HeaderTemplates();
  readonly #ends = new LineEnds();
  /** Lines that begin before this offset were counted: a stretch can come twice. */
  #counted = 0;
  #lines = 0;

  constructor(batch: HeaderBatch, shapes: ShapeTable, divider: LineDivider | null) {
    this.#divider = divider;
    this.#batch = batch;
    this.#shapes = shapes;
  }

  /** Bytes of header text looked at one by one, for tests of linear work. */
  get steps(): number {
    return this.#reader.steps + this.#templates.steps + this.#lines;
  }

  /** Adds the headers of all lines that end in the stretch; gives the place of the line that does not. */
  scan(from: number, isLast: boolean): number {
    const { bytes, view, base } = this.#batch;
    const size = bytes.length;
    let at = from;
    while (at < size) {
      const mayBegin = BEGINNINGS[bytes[at] as number] as number;
      const isKnown = mayBegin === MAYBE && this.#templates.match(view, at);
      const newline = this.#ends.next(view, isKnown ? this.#open(at) : at);
      if (newline < 0 && !isLast) return at;
      const hasReturn = newline > at && bytes[newline - 1] === RETURN;
      const lineEnd = newline < 0 ? size : hasReturn ? newline - 1 : newline;
      if (base + at >= this.#counted) this.#count(base + at, newline >= 0, hasReturn);
      if (isKnown) this.#pushKnown(lineEnd);
      else if (mayBegin === NEVER || !this.#read(at, lineEnd)) this.#goOn();
      at = newline < 0 ? size : newline + 1;
    }
    return size;
  }

  /** A line that belongs to the header before it. */
  #goOn(): void {
    const { length, strange } = this.#batch;
    if (length > 0 && this.#ends.isStrange) strange[length - 1] = 1;
  }

  #count(offset: number, isEnded: boolean, hasReturn: boolean): void {
    this.#counted = offset + 1;
    this.#lines += 1;
    if (hasReturn) this.crlfLines += 1;
    else if (isEnded) this.lfLines += 1;
  }

  /** Begins a header that is like one before, and gives the place from which its line is not known. */
  #open(lineStart: number): number {
    const batch = this.#batch;
    const templates = this.#templates;
    batch.reserve();
    const i = batch.length;
    batch.start[i] = lineStart;
    batch.textStart[i] = templates.textStart;
    batch.textEnd[i] = templates.textEnd;
    batch.contentStart[i] = templates.contentStart;
    batch.second[i] = templates.second;
    batch.date[i] = templates.date;
    batch.shape[i] = templates.shape;
    batch.openHour[i] = 0;
    batch.holds[i] = HOLDS_NOTHING;
    batch.rule[i] = UNDIVIDED;
    batch.nameLess[i] = 0;
    return this.#divider === null ? templates.contentStart : this.#divider.divideKnown(batch, i);
  }

  /** Ends it, once the end of its line is here. */
  #pushKnown(lineEnd: number): void {
    const batch = this.#batch;
    const i = batch.length++;
    batch.lineEnd[i] = lineEnd;
    batch.strange[i] = this.#ends.isStrange || this.#templates.isStrange ? 1 : 0;
    if (batch.rule[i] === UNDIVIDED) this.#divider?.divide(batch, i);
  }

  #read(lineStart: number, lineEnd: number): boolean {
    const { bytes } = this.#batch;
    const isEra = BEGINNINGS[bytes[lineStart] as number] === BEFORE_DIGIT;
    const next = bytes[lineStart + 1] ?? 0;
    if (isEra && (next < 0x30 || next > 0x39)) return false;
    if (!this.#reader.read(bytes, lineStart, lineEnd)) return false;
    const shape = this.#shapes.idOf(this.#reader);
    if (shape === NO_SHAPE) return false;
    this.#push(lineStart, lineEnd, shape);
    this.#templates.learn(bytes, lineStart, this.#reader, shape);
    return true;
  }

  #push(lineStart: number, lineEnd: number, shape: number): void {
    const batch = this.#batch;
    const { textStart, textEnd, contentStart, hour, date, time } = this.#reader;
    batch.reserve();
    const i = batch.length++;
    batch.start[i] = lineStart;
    batch.lineEnd[i] = lineEnd;
    batch.textStart[i] = textStart;
    batch.textEnd[i] = textEnd;
    batch.contentStart[i] = contentStart;
    batch.second[i] = hour * 3600 + time.minute * 60 + Math.max(time.second, 0);
    batch.date[i] = packDate(date, (this.#shapes.shapes[shape] as KnownShape).shape);
    batch.shape[i] = shape;
    batch.openHour[i] = time.period === 'unknown' ? 1 : 0;
    batch.nameLess[i] = 0;
    batch.holds[i] = HOLDS_NOTHING;
    batch.strange[i] = this.#ends.isStrange ? 1 : 0;
    this.#divider?.divide(batch, i);
  }
}
