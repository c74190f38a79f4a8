import type { ByteSource } from '../source/byte-source.ts';
import { Batches } from './batches.ts';
import type { ShapeDates } from './date-segments.ts';
import type { HeaderBatch } from './header-batch.ts';
import { HeaderClock } from './header-clock.ts';
import { ImitationFilter } from './imitations.ts';
import type { Knowledge } from './knowledge.ts';
import type { NameUses } from './name-uses.ts';
import type { NameTable } from './names.ts';
import type { ShapeTable } from './shape-table.ts';
import { LineDivider } from './speakers.ts';
import { StrangerFilter } from './strangers.ts';

/** A file, with the tables that number what is found in it. */
export interface ChatFile {
  readonly source: ByteSource;
  readonly bomBytes: number;
  readonly shapes: ShapeTable;
  readonly names: NameTable;
}

/** Counts what a pass sees of all headers. */
export interface HeaderLessons {
  readonly raw: ShapeDates;
  readonly dates: ShapeDates;
  readonly uses: NameUses;
}

/** One pass through the headers of a file, stretch by stretch: pasted lines taken out, the others divided. */
export class SettledBatches {
  readonly batches: Batches;
  readonly clock: HeaderClock;
  readonly imitations: ImitationFilter | null;
  readonly #strangers: StrangerFilter | null;
  readonly #divider: LineDivider;
  readonly #lessons: HeaderLessons | null;
  #seen = 0;

  constructor(
    { source, bomBytes, shapes, names }: ChatFile,
    known: Knowledge,
    lessons: HeaderLessons | null,
  ) {
    this.clock = new HeaderClock(shapes, known.orders);
    const uses = lessons?.uses ?? null;
    this.#divider = new LineDivider(names, known.names, uses);
    this.batches = new Batches(source, shapes, bomBytes, this.#divider);
    this.#lessons = lessons;
    const { imitations, strangers } = known;
    this.imitations =
      imitations && new ImitationFilter(shapes, imitations.main, new HeaderClock(shapes, imitations.orders));
    this.#strangers = strangers && new StrangerFilter(strangers, new HeaderClock(shapes, known.orders), uses);
  }

  /** The next stretch: its first `whole` headers are settled. Null at the end. */
  next(): HeaderBatch | null {
    const { batches } = this;
    if (!batches.next()) return null;
    const { batch } = batches;
    const lessons = this.#lessons;
    if (lessons && lessons.raw !== lessons.dates) this.#learnRaw(batch, lessons.raw);
    this.imitations?.apply(batch, batches);
    this.#strangers?.apply(batch, batches);
    if (lessons) {
      lessons.dates.learn(batch, 0, batch.whole);
      this.#divider.learn(batch, 0, batch.whole);
    }
    return batch;
  }

  #learnRaw(batch: HeaderBatch, raw: ShapeDates): void {
    let from = 0;
    while (from < batch.length && batch.base + (batch.start[from] as number) < this.#seen) from += 1;
    raw.learn(batch, from, batch.length);
    if (batch.length > 0) this.#seen = batch.base + (batch.start[batch.length - 1] as number) + 1;
  }
}
