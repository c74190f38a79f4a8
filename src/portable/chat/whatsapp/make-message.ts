import type { Message, OtherReading } from '../reading.ts';
import { textOf } from '../written-text.ts';
import { BatchText } from './batch-text.ts';
import type { HeaderBatch } from './header-batch.ts';
import { NO_TIME } from './header-clock.ts';
import { BIT, DoubtLists } from './message-doubts.ts';
import { NOBODY, type NameTable, trimmed } from './names.ts';
import type { Verdict } from './verdict.ts';
import type { MessageWalk } from './walk.ts';
import { WrittenTimes } from './written-time.ts';

type Draft = { -readonly [Key in keyof Message]: Message[Key] };

const RETURN = 0x0d;
const NEWLINE = 0x0a;
const COLON = 0x3a;

/** Makes the messages of one pass. The same pass over the same file makes the same. */
export class MessageMaker {
  readonly #names: NameTable;
  readonly #walk: MessageWalk;
  /** The places of messages with `speaker-appears-once`. */
  readonly #lone: ReadonlySet<number>;
  readonly #text = new BatchText();
  readonly #times = new WrittenTimes();
  readonly #lists = new DoubtLists();
  #n = 0;

  constructor(names: NameTable, walk: MessageWalk, lone: ReadonlySet<number>) {
    this.#names = names;
    this.#walk = walk;
    this.#lone = lone;
  }

  enter(batch: HeaderBatch): void {
    this.#walk.enter(batch);
    this.#text.enter(batch);
  }

  make(batch: HeaderBatch, i: number): Message {
    const walk = this.#walk;
    walk.look(batch, i);
    const { verdict, clock, bodyStart, bodyEnd } = walk;
    if (walk.isClean) this.#text.hold(batch, i);
    const n = this.#n++;
    const hasSeconds = clock.hasSeconds(batch, i);
    const isKnown = clock.at !== NO_TIME;
    const writtenText = this.#slice(batch, batch.textStart[i] as number, batch.textEnd[i] as number);
    const draft: Draft = {
      n,
      kind: walk.kind,
      speaker: this.#nameOf(batch, i, walk.speaker),
      written: isKnown ? this.#times.of(clock.at, hasSeconds) : null,
      writtenText,
      instant: null,
      body: this.#slice(batch, bodyStart, bodyEnd),
      span: [batch.base + (batch.start[i] as number), batch.base + batch.end(i)],
      doubts: this.#lists.in(this.#lone.size > 0 && this.#lone.has(n) ? walk.doubts | BIT['speaker-appears-once'] : walk.doubts), // prettier-ignore
      precision: isKnown ? (hasSeconds ? 'second' : 'minute') : 'none',
      rule: verdict === null ? 'whatsapp/speaker' : `whatsapp/${verdict.rule}`,
    };
    if (clock.other !== NO_TIME) draft.writtenOther = this.#times.of(clock.other, hasSeconds);
    if (verdict !== null) addDetails(draft, verdict);
    addContinuation(draft, batch, i);
    if (walk.speaker >= 0) this.#addWrittenName(draft, batch, i);
    if (verdict?.other || batch.pasted.size > 0) this.#addOther(draft, batch, i);
    return draft;
  }

  #slice(batch: HeaderBatch, from: number, to: number): string {
    if (to <= from) return '';
    return this.#walk.isClean ? this.#text.slice(from, to) : textOf(batch.bytes, from, to);
  }

  #nameOf(batch: HeaderBatch, i: number, speaker: number): string | null {
    if (speaker >= 0) return this.#names.text(speaker);
    if (speaker === NOBODY) return null;
    const from = batch.contentStart[i] as number;
    const name = trimmed(batch.bytes, from, colonBefore(batch, i));
    return name && textOf(batch.bytes, name.start, name.end);
  }

  /** The name with its marks, when some were left out. */
  #addWrittenName(draft: Draft, batch: HeaderBatch, i: number): void {
    const from = batch.contentStart[i] as number;
    const colon = colonBefore(batch, i);
    if (colon - from !== this.#names.lengthOf(this.#walk.speaker))
      draft.speakerWritten = textOf(batch.bytes, from, colon);
  }

  #addOther(draft: Draft, batch: HeaderBatch, i: number): void {
    const pasted = batch.pasted.get(i);
    const other = this.#walk.verdict?.other;
    if (pasted) draft.otherReading = this.#reading(batch, i, { kind: 'text', ...pasted });
    else if (other) draft.otherReading = this.#reading(batch, i, other);
  }

  #reading(
    batch: HeaderBatch,
    i: number,
    { kind, speaker, bodyStart }: Pick<Verdict, 'kind' | 'speaker' | 'bodyStart'>,
  ): OtherReading {
    const body = textOf(batch.bytes, bodyStart, this.#walk.bodyEnd);
    return { kind, speaker: this.#nameOf(batch, i, speaker), body };
  }
}

/** The colon that ends the name: the last one before the body, at most a space before it. */
function colonBefore({ bytes, bodyStart }: HeaderBatch, i: number): number {
  const start = bodyStart[i] as number;
  return bytes[start - 1] === COLON ? start - 1 : start - 2;
}

function addDetails(draft: Draft, { kind, body }: Verdict): void {
  if (body.edited) draft.edited = { written: null, instant: null };
  if (kind === 'media' || kind === 'contact') {
    draft.attachments = [{ name: body.file, kind: body.what, included: body.file !== null, note: null }];
  }
  if (kind === 'call') {
    const media = body.what === 'video' ? 'video' : 'voice';
    const outcome = body.missed ? 'missed' : null;
    draft.call = { media, outcome, durationText: body.durationText, durationSeconds: null };
  }
}

/** The lines after the first, which carry no header of their own. */
function addContinuation(draft: Draft, { bytes, base, lineEnd }: HeaderBatch, i: number): void {
  const [, end] = draft.span;
  let next = lineEnd[i] as number;
  if (bytes[next] === RETURN) next += 1;
  if (bytes[next] === NEWLINE) next += 1;
  if (base + next < end) draft.continuations = [[base + next, end]];
}
