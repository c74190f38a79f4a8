import type { DoubtLedger } from '../doubts.ts';
import type { RecordChat } from '../records/record.ts';

/** Whole numbers that a double holds exactly; a chat with any other number is not examined. */
const NUMBER = /^-?\d{1,15}$/;
const RANGES_LISTED = 50;
/** Kinds of chat that count their messages by themselves. */
const OWN_NUMBERS = /(?:supergroup|channel)$/;
/** A group that shares the numbers of its account. */
const SMALL_GROUP = 'private_group';
/** In a small group, skips count as a mark of single messages when at least so many messages stand to each. */
const MESSAGES_PER_SKIP = 10;

/** Of so many skips of a chat the messages around them are named. */
const SKIPS_KEPT = 1000;
/** And of so many of all chats together. */
const SKIPS_KEPT_OF_ALL = 10_000;

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
  /** How many unread spans there were before message `n`. */
  unread: number;
  messages: number;
  ranges: number;
  numbers: number;
  /** The first of them. */
  skips: Skip[];
}

/** Follows the message numbers of each chat and finds the ones that are skipped. */
export class AbsentIds {
  readonly #runs: Run[] = [];
  #kept = 0;

  /** Looks at message `n`, the next in file order, which is of that chat and has so many unread spans before it. */
  look(n: number, chat: number, text: string | undefined, unread: number): void {
    const run = (this.#runs[chat] ??= {
      rising: true, id: null, n, unread, messages: 0, ranges: 0, numbers: 0, skips: [],
    }); // prettier-ignore
    run.messages += 1;
    if (!run.rising) return;
    const id = text !== undefined && NUMBER.test(text) ? Number(text) : null;
    if (id === null || (run.id !== null && id <= run.id)) this.#drop(run);
    else {
      if (run.id !== null && id > run.id + 1 && goesOn(run, id, unread)) this.#skip(run, run.id, id, n);
      run.id = id;
      run.n = n;
      run.unread = unread;
    }
  }

  #skip(run: Run, before: number, id: number, n: number): void {
    run.ranges += 1;
    run.numbers += id - 1 - before;
    const most = this.#kept < SKIPS_KEPT_OF_ALL ? SKIPS_KEPT : RANGES_LISTED;
    if (run.skips.length >= most) return;
    run.skips.push({ first: before + 1, last: id - 1, before: run.n, after: n });
    this.#kept += 1;
  }

  #drop(run: Run): void {
    run.rising = false;
    this.#kept -= run.skips.length;
    run.skips = [];
  }

  /** States what was skipped, once every message was looked at. */
  note(chats: readonly RecordChat[], ledger: DoubtLedger): void {
    const own = new RangeList(chats.length > 1);
    const shared = new RangeList(chats.length > 1);
    this.#runs.forEach((run, chat) => {
      if (!run.rising || run.ranges === 0) return;
      const kind = chats[chat]?.kind ?? null;
      const counts = OWN_NUMBERS.test(kind ?? '');
      (counts ? own : shared).add(chat, run);
      const few = kind === SMALL_GROUP && run.ranges * MESSAGES_PER_SKIP <= run.messages;
      if (counts || few) noteNeighbours(counts ? 'ids-absent' : 'ids-absent-shared', run.skips, ledger);
    });
    if (own.ranges > 0) ledger.noteFile('ids-absent', own.text());
    if (shared.ranges > 0) ledger.noteFile('ids-absent-shared', shared.text());
  }
}

/** False where the count changes (below zero are the numbers of a group before it was made larger), or bytes between are unread. */
function goesOn(run: Run, id: number, unread: number): boolean {
  return (run.id ?? 0) < 0 === id < 0 && unread === run.unread;
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

  add(chat: number, { skips, ranges, numbers }: Run): void {
    this.ranges += ranges;
    this.#numbers += numbers;
    skips.slice(0, RANGES_LISTED - this.#listed.length).forEach(({ first, last }, i) => {
      const where = this.#nameChats && i === 0 ? `in conversation ${chat}: ` : '';
      this.#listed.push(where + (first === last ? `${first}` : `${first} to ${last}`));
    });
  }

  text(): string {
    const more = this.ranges > RANGES_LISTED ? `, and ${this.ranges - RANGES_LISTED} more` : '';
    return `Absent numbers: ${this.#numbers}; ranges: ${this.ranges}: ${this.#listed.join(', ')}${more}`;
  }
}
