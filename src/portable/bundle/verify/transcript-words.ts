import { encodeReadingLines, formatOfReader, readChat } from '../../chat/index.ts';
import type { DateOrderName, Reading, ReadingLine } from '../../chat/index.ts';
import type { TextLine } from './text-lines.ts';

const MAX_FAULTS = 20;

/** How often the bytes of one item are looked through for words, all transcripts by unknown readers together. */
const LOOKS = 4;

/**
 * The bytes of an item that transcripts are compared with. `looksLeft` is how many of them may still be looked through
 * for words: any number of transcripts can be of one item, and each would cost the whole of it.
 */
export type ReadItem = { bytes: Uint8Array; looksLeft: number };

/** What a transcript's words are compared with, and under which name its faults are told. */
type WordsSource = {
  label: string;
  reader: string;
  item: ReadItem;
  sealedAt: string | null;
  dateOrder?: DateOrderName | undefined;
};

/** An item before anything was compared with it. */
export function readItemOf(bytes: Uint8Array): ReadItem {
  return { bytes, looksLeft: LOOKS * bytes.length };
}

/** Compares a transcript with its item, line by line. `reread` says whether a reader of the same version did it. */
export interface WordsCheck {
  readonly reread: boolean;
  /** Whether words of it were passed over, because its item had been looked through often enough. */
  readonly passedOver: boolean;
  readonly faults: string[];
  take(line: TextLine, decoded: ReadingLine | null): void;
  end(): void;
}

/** Reads the item again when this program has the reader; otherwise looks for each message's words in its bytes. */
export function wordsCheck(source: WordsSource): WordsCheck {
  const reading = readAgain(source);
  return reading ? new SameReading(source.label, encodeReadingLines(reading)) : new FoundInSpan(source);
}

/** The reading by the same reader and version (`whatsapp-text/1`), or null when this program has no such reader. */
function readAgain({ reader, item, sealedAt, dateOrder }: WordsSource): Reading | null {
  const format = formatOfReader(reader);
  if (format === null) return null;
  const read = readChat(item.bytes, {
    format,
    ...(sealedAt === null ? {} : { sealedAt }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  });
  return read.ok ? read.reading : null;
}

class SameReading implements WordsCheck {
  readonly reread = true;
  readonly passedOver = false;
  readonly faults: string[] = [];
  readonly #label: string;
  readonly #expected: Iterator<string, void>;

  constructor(label: string, expected: Iterator<string, void>) {
    this.#label = label;
    this.#expected = expected;
  }

  take({ number, text }: TextLine): void {
    const { value } = this.#expected.next();
    if (value === text || this.faults.length >= MAX_FAULTS) return;
    const what = value === undefined ? 'is more than the item gives' : difference(value, text ?? '');
    this.faults.push(`${this.#label}, line ${number}: ${what}.`);
  }

  end(): void {
    if (!this.#expected.next().done) this.faults.push(`${this.#label}: it ends before the item does.`);
  }
}

/** Which member of the line differs, and in which message, as far as that can be told. */
function difference(expected: string, found: string): string {
  const [right, wrong] = [membersOf(expected), membersOf(found)];
  const key = Object.keys(right).find(name => JSON.stringify(right[name]) !== JSON.stringify(wrong[name]));
  const place = typeof right['n'] === 'number' ? ` of message ${right['n'] + 1}` : '';
  return key === undefined ? 'it is not what the item gives' : `"${key}"${place} is not what the item gives`;
}

function membersOf(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const LOSSY = new TextDecoder('utf-8', { ignoreBOM: true });

class FoundInSpan implements WordsCheck {
  readonly reread = false;
  passedOver = false;
  readonly faults: string[] = [];
  readonly #source: WordsSource;
  #lastEnd = 0;

  constructor(source: WordsSource) {
    this.#source = source;
  }

  take(_line: TextLine, decoded: ReadingLine | null): void {
    if (decoded?.type !== 'message' || this.faults.length >= MAX_FAULTS) return;
    // Overlapping spans are a fault of their own; looked at again and again they would cost without limit.
    if (decoded.span[0] < this.#lastEnd) return;
    this.#lastEnd = decoded.span[1];
    const { label, item } = this.#source;
    const span = item.bytes.subarray(decoded.span[0], decoded.span[1]);
    if (span.length > item.looksLeft) {
      this.passedOver = true;
      return;
    }
    item.looksLeft -= span.length;
    const bytes = LOSSY.decode(span);
    const held = `${bytes}\n${unescaped(bytes)}`;
    for (const words of [decoded.body, decoded.writtenText]) {
      if (!occursInOrder(words, held)) {
        this.faults.push(`${label}, message ${decoded.n + 1}: its words are not in its bytes.`);
      }
    }
  }

  end(): void {}
}

/** JSON string escapes resolved, for exports that are JSON. */
function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? (PLAIN[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const PLAIN: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Whether every letter of `words` stands in `held` in the same order: markup may stand between them. */
function occursInOrder(words: string, held: string): boolean {
  let at = 0;
  for (const letter of words) {
    at = held.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}
