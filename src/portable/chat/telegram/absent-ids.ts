import type { DoubtLedger } from '../doubts.ts';
import type { ExportWalker } from './export-walk.ts';

/** Whole numbers that a double holds exactly; a chat with any other number is not examined. */
const NUMBER = /^-?\d{1,15}$/;
const RANGES_LISTED = 50;
/** Kinds of chat that count their messages by themselves. */
const OWN_NUMBERS = /(?:supergroup|channel)$/;
/** A group that shares the numbers of its account. */
const SMALL_GROUP = 'private_group';
/** In a small group, skips count as a mark of single messages when at least so many messages stand to each. */
const MESSAGES_PER_SKIP = 10;

/** Numbers `first` to `last` that no message between message `before` and message `after` has. */
interface Skip {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
}

interface Run {
  /** False once a number is missing, no whole number, or not above the one before: then skips say nothing. */
  rising: boolean;
  id: number | null;
  n: number;
  unread: number;
  readonly skips: Skip[];
}

/** Follows the message numbers of each chat and finds the ones that are skipped. */
export class AbsentIds {
  readonly #walker: ExportWalker;
  readonly #runs: Run[] = [];
  /** How many unread spans begin before the message looked at last. */
  #unread = 0;

  constructor(walker: ExportWalker) {
    this.#walker = walker;
  }

  /** Looks at message `n`, the next in file order. */
  look(n: number, text: string | null): void {
    const { unread, start, chat } = this.#walker;
    while ((unread[this.#unread]?.[0] ?? Infinity) < start.at(n)) this.#unread += 1;
    const run = (this.#runs[chat.at(n)] ??= { rising: true, id: null, n, unread: 0, skips: [] });
    if (!run.rising) return;
    const id = text !== null && NUMBER.test(text) ? Number(text) : null;
    run.rising = id !== null && (run.id === null || id > run.id);
    if (id === null || !run.rising) return;
    if (run.id !== null && id > run.id + 1 && this.#goesOn(run, run.id, id))
      run.skips.push({ first: run.id + 1, last: id - 1, before: run.n, after: n });
    run.id = id;
    run.n = n;
    run.unread = this.#unread;
  }

  /** False where the count changes (below zero are the numbers of a group before it was made larger), or bytes between are unread. */
  #goesOn({ unread }: Run, before: number, id: number): boolean {
    return before < 0 === id < 0 && unread === this.#unread;
  }

  /** States what was skipped, once every message was looked at. */
  note(ledger: DoubtLedger): void {
    const { chats } = this.#walker;
    const own = new RangeList(chats.length > 1);
    const shared = new RangeList(chats.length > 1);
    this.#runs.forEach(({ rising, skips }, chat) => {
      if (!rising || skips.length === 0) return;
      const { kind = null, messages = 0 } = chats[chat] ?? {};
      const counts = OWN_NUMBERS.test(kind ?? '');
      (counts ? own : shared).add(chat, skips);
      const few = kind === SMALL_GROUP && skips.length * MESSAGES_PER_SKIP <= messages;
      if (counts || few) noteNeighbours(counts ? 'ids-absent' : 'ids-absent-shared', skips, ledger);
    });
    if (own.ranges > 0) ledger.noteFile('ids-absent', own.text());
    if (shared.ranges > 0) ledger.noteFile('ids-absent-shared', shared.text());
  }
}

function noteNeighbours(
  code: 'ids-absent' | 'ids-absent-shared',
  skips: readonly Skip[],
  ledger: DoubtLedger,
): void {
  for (const { before, after } of skips) {
    ledger.noteMessage(code, before);
    ledger.noteMessage(code, after);
  }
}

/** The ranges of all chats as text: how many, and the first of them. */
class RangeList {
  ranges = 0;
  #numbers = 0;
  readonly #listed: string[] = [];
  readonly #nameChats: boolean;

  constructor(nameChats: boolean) {
    this.#nameChats = nameChats;
  }

  add(chat: number, skips: readonly Skip[]): void {
    skips.forEach(({ first, last }, i) => {
      this.ranges += 1;
      this.#numbers += last - first + 1;
      if (this.#listed.length === RANGES_LISTED) return;
      const where = this.#nameChats && i === 0 ? `in conversation ${chat}: ` : '';
      this.#listed.push(where + (first === last ? `${first}` : `${first} to ${last}`));
    });
  }

  text(): string {
    const more = this.ranges > RANGES_LISTED ? `, and ${this.ranges - RANGES_LISTED} more` : '';
    return `Absent numbers: ${this.#numbers}; ranges: ${this.ranges}: ${this.#listed.join(', ')}${more}`;
  }
}
