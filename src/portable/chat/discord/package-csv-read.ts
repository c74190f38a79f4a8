import type { DoubtCode, DoubtLedger } from '../doubts.ts';
import { type CsvStep, CsvWalk } from '../lines/csv-walk.ts';
import type { Reading, Span } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ChatRecord, RecordPass } from '../records/record.ts';
import { Leftovers } from '../records/text-doubts.ts';
import { UnreadSpans } from '../records/unread-spans.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { PackageMessages, packageZone } from './package-record.ts';

/** Changes whenever the same bytes may read differently. */
export const DISCORD_PACKAGE_CSV_READER = 'discord-package-csv/2';

const COLUMNS = ['ID', 'Timestamp', 'Contents', 'Attachments'];
const ROW_START = /^"?\d{15,20}"?,"?\d{4}-\d\d-\d\d/;
const NUMBER = /^\d{1,20}$/;
const DAY = /^\d{4}-\d\d-\d\d/;

type Row = Extract<CsvStep, { what: 'row' }>;

/** One walk through a file of rows. */
class PackageCsvWalk {
  readonly unread = new UnreadSpans();
  readonly #csv: CsvWalk;
  readonly #messages = new PackageMessages();
  readonly #seen = new Set<DoubtCode>();
  #columns = COLUMNS;

  constructor(source: ByteSource) {
    this.#csv = new CsvWalk(source, ROW_START);
  }

  *records(): Generator<ChatRecord, void, undefined> {
    for (let step = this.#csv.next(), n = 0; step !== null; step = this.#csv.next(), n += 1) {
      const record = step.what === 'row' ? this.#row(step, n === 0) : this.#failed(step);
      if (record) yield record;
      if (this.unread.isFull) this.unread.add(this.#csv.rest());
    }
  }

  note(ledger: DoubtLedger): void {
    if (this.#csv.markBytes > 0) ledger.noteFile('byte-order-mark');
    for (const code of this.#seen) ledger.noteFile(code);
    this.#messages.note(ledger);
  }

  #failed({ what, span }: Exclude<CsvStep, Row>): null {
    const codes = {
      broken: 'row-broken',
      'cut-off': 'file-cut-off',
      'too-large': 'message-too-large',
    } as const;
    return this.#notRead(codes[what], span);
  }

  #notRead(code: DoubtCode, span: Span): null {
    this.#seen.add(code);
    this.unread.add(span);
    return null;
  }

  /** The message of a row; null for the names of the columns, for an empty line, and for what is no message. */
  #row(row: Row, isFirst: boolean): ChatRecord | null {
    const texts = row.fields.map(field => this.#csv.text(field));
    if (isFirst && texts[0]?.trim().toUpperCase() === 'ID') {
      this.#columns = texts.map(text => text.trim());
      return null;
    }
    if (texts.length === 1 && texts[0]?.trim() === '') return null;
    const isShort = texts.length < this.#columns.length;
    if (isShort && this.#isUnfinished(row.span)) return this.#notRead('file-cut-off', row.span);
    const [id, timestamp] = [this.#value(texts, 'ID'), this.#value(texts, 'Timestamp')];
    if (!NUMBER.test(id ?? '') && !DAY.test(timestamp ?? '')) return this.#notRead('row-broken', row.span);
    return this.#record(row, texts, id);
  }

  #record(row: Row, texts: readonly string[], id: string | null): ChatRecord {
    const doubts: DoubtCode[] = [];
    if (row.isBroken || texts.length !== this.#columns.length) doubts.push('row-broken');
    if (texts.some(text => text.includes('\uFFFD')) && !this.#csv.isUtf8(row.span))
      doubts.push('invalid-utf8');
    if (this.#columns.some(name => !COLUMNS.includes(name))) doubts.push('unknown-fields');
    const message = {
      id,
      timestamp: this.#value(texts, 'Timestamp'),
      contents: this.#value(texts, 'Contents'),
      attachments: this.#value(texts, 'Attachments'),
      span: row.span,
      rule: 'discord-package/csv-row',
    };
    return { ...this.#messages.record(message, doubts), ...this.#leftovers(texts).extra };
  }

  /** Fields without a column, and columns that are not known. */
  #leftovers(texts: readonly string[]): Leftovers {
    const left = new Leftovers();
    texts.forEach((text, i) => {
      const column = this.#columns[i] ?? `field ${i + 1}`;
      if (!COLUMNS.includes(column)) left.addText(column, text);
    });
    return left;
  }

  #value(texts: readonly string[], column: string): string | null {
    return texts[this.#columns.indexOf(column)] ?? null;
  }

  /** The item ends within this row: no line end closes it. */
  #isUnfinished([, end]: Span): boolean {
    const { bytes, size } = this.#csv.window;
    return end === size && bytes.at(-1) !== 0x0a;
  }
}

function passOf(source: ByteSource): RecordPass {
  const walk = new PackageCsvWalk(source);
  return {
    records: walk.records(),
    chats: [],
    unread: walk.unread.spans,
    finish: ledger => walk.note(ledger),
    zone: packageZone,
  };
}

/** Reads a `messages.csv` of Discord's own data package. Any bytes give a reading, in linear time. */
export function readDiscordPackageCsv(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'discord-package-csv',
    reader: DISCORD_PACKAGE_CSV_READER,
    sizeBytes: source.size,
    mayRunNewestFirst: true,
    walk: () => passOf(source),
  });
}
