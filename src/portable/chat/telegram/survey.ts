import { isoOfSeconds } from '../clocks/iso.ts';
import { plausibleOffset } from '../clocks/zone.ts';
import type { DoubtLedger } from '../doubts.ts';
import type { MessageKind, Period, Speaker, Zone } from '../reading.ts';
import { SpeakerCount } from '../speaker-count.ts';
import { AbsentIds } from './absent-ids.ts';
import type { ExportWalker } from './export-walk.ts';
import type { ParsedMessage } from './message.ts';
import { parseMessage } from './message.ts';

/** What is known of an export once every message was looked at. */
export interface Survey {
  readonly kinds: Partial<Record<MessageKind, number>>;
  readonly period: Period | null;
  readonly speakers: Speaker[];
  readonly zone: Zone;
}

interface Reply {
  readonly n: number;
  readonly key: string;
}

/** Looks at every message once: counts, clocks, and the doubts of single messages. */
export class Surveyor {
  readonly #walker: ExportWalker;
  readonly #ledger: DoubtLedger;
  readonly #kinds: Partial<Record<MessageKind, number>> = {};
  readonly #speakers = new SpeakerCount();
  readonly #ids = new Set<string>();
  readonly #absent: AbsentIds;
  readonly #replies: Reply[] = [];
  readonly #offsets = new Set<number>();
  #localOnly = 0;
  #utcOnly = 0;
  #first: number | null = null;
  #last: number | null = null;
  #before: number | null = null;
  #chatBefore = -1;

  constructor(walker: ExportWalker, ledger: DoubtLedger) {
    this.#walker = walker;
    this.#ledger = ledger;
    this.#absent = new AbsentIds(walker);
  }

  survey(): Survey {
    const { start, end, scanner } = this.#walker;
    for (let n = 0; n < start.length; n++) this.#look(n, parseMessage(scanner, [start.at(n), end.at(n)]));
    for (const { n, key } of this.#replies)
      if (!this.#ids.has(key)) this.#ledger.noteMessage('reply-to-absent', n);
    this.#absent.note(this.#ledger);
    const period =
      this.#first === null || this.#last === null
        ? null
        : { first: isoOfSeconds(this.#first), last: isoOfSeconds(this.#last) };
    return { kinds: this.#kinds, period, speakers: this.#speakers.list(), zone: this.#zone() };
  }

  #look(n: number, parsed: ParsedMessage): void {
    this.#kinds[parsed.kind] = (this.#kinds[parsed.kind] ?? 0) + 1;
    if (parsed.speaker !== null && parsed.kind !== 'system')
      this.#speakers.add(parsed.speaker, parsed.speakerId);
    if (parsed.speaker === null) this.#ledger.noteMessage('sender-not-named', n);
    this.#doubtText(n, parsed);
    this.#identify(n, parsed);
    this.#clock(n, parsed);
  }

  #doubtText(n: number, { notes, unknownKeys, repeatedKeys }: ParsedMessage): void {
    if (notes.repairs.length > 0) this.#ledger.noteMessage('json-repaired', n);
    if (notes.invalidUtf8) this.#ledger.noteMessage('invalid-utf8', n);
    if (notes.loneSurrogate) this.#ledger.noteMessage('lone-surrogate', n);
    if (unknownKeys) this.#ledger.noteMessage('unknown-fields', n);
    if (repeatedKeys) this.#ledger.noteMessage('repeated-key', n);
  }

  #identify(n: number, { id, replyTo, repliesElsewhere }: ParsedMessage): void {
    const chat = this.#walker.chat.at(n);
    this.#absent.look(n, id);
    if (id !== null) {
      const key = `${chat}:${id}`;
      if (this.#ids.has(key)) this.#ledger.noteMessage('repeated-id', n);
      this.#ids.add(key);
    }
    if (replyTo !== null && !repliesElsewhere) this.#replies.push({ n, key: `${chat}:${replyTo}` });
  }

  #clock(n: number, { localSeconds, utcSeconds }: ParsedMessage): void {
    const shown = localSeconds ?? utcSeconds;
    if (shown === null) {
      this.#ledger.noteMessage('date-not-understood', n);
      return;
    }
    this.#compareClocks(n, localSeconds, utcSeconds);
    const order = utcSeconds ?? shown;
    const sameChat = this.#walker.chat.at(n) === this.#chatBefore;
    if (sameChat && this.#before !== null && order < this.#before)
      this.#ledger.noteMessage('time-goes-backwards', n);
    this.#before = order;
    this.#chatBefore = this.#walker.chat.at(n);
    if (this.#first === null || shown < this.#first) this.#first = shown;
    if (this.#last === null || shown > this.#last) this.#last = shown;
  }

  #compareClocks(n: number, localSeconds: number | null, utcSeconds: number | null): void {
    if (utcSeconds === null) this.#localOnly += 1;
    else if (localSeconds === null) {
      this.#utcOnly += 1;
      this.#ledger.noteMessage('instant-only', n);
    } else {
      const offset = plausibleOffset(localSeconds, utcSeconds);
      if (offset === null) this.#ledger.noteMessage('date-and-instant-disagree', n);
      else this.#offsets.add(offset);
    }
  }

  #zone(): Zone {
    const offsetsMinutes = [...this.#offsets].sort((a, b) => a - b);
    if (this.#localOnly > 0) this.#ledger.noteFile('zone-not-stated');
    if (offsetsMinutes.length > 0) {
      const statement =
        'Each message has its local time and its UTC time; the difference is the offset used.';
      return { basis: 'offset-from-both-clocks', offsetsMinutes, statement };
    }
    if (this.#utcOnly > 0) {
      return {
        basis: 'utc',
        offsetsMinutes,
        statement: 'The file gives times in UTC only, and they are shown in UTC.',
      };
    }
    if (this.#localOnly === 0)
      return { basis: 'unknown', offsetsMinutes, statement: 'The file gives no times.' };
    return {
      basis: 'exporter-local',
      offsetsMinutes,
      statement: 'Times are as the exporting computer showed them. Its time zone is not in the file.',
    };
  }
}
