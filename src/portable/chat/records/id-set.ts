/** Ids that are kept one by one; numbers that follow one another cost nothing. */
const MOST_KEPT = 300_000;
const MOST_DIGITS = 15;

type Run = { first: number; last: number };

/**
 * The message ids of one item. Runs of numbers are kept as runs, so a long chat costs little; of ids in no order only so
 * many are kept, and from then on the set says that it does not know.
 */
export class IdSet {
  readonly #runs = new Map<number, Run[]>();
  readonly #others = new Set<string>();
  #kept = 0;
  /** True once ids were not kept: absence then says nothing. */
  isFull = false;

  /** False when the id was there already. */
  add(chat: number, id: string): boolean {
    const number = wholeOf(id);
    return number === null ? this.#addOther(`${chat}:${id}`) : this.#addNumber(chat, number);
  }

  has(chat: number, id: string): boolean {
    const number = wholeOf(id);
    if (number === null) return this.#others.has(`${chat}:${id}`);
    const runs = this.#runs.get(chat) ?? [];
    const run = runs[placeOf(runs, number) - 1];
    return run !== undefined && number <= run.last;
  }

  #addOther(key: string): boolean {
    if (this.#others.has(key)) return false;
    if (this.#hasRoom()) this.#others.add(key);
    return true;
  }

  #addNumber(chat: number, id: number): boolean {
    const runs = this.#runsOf(chat);
    const last = runs.at(-1);
    if (last?.last === id - 1) {
      last.last = id;
      return true;
    }
    return this.#place(runs, id);
  }

  #runsOf(chat: number): Run[] {
    let runs = this.#runs.get(chat);
    if (runs === undefined) {
      runs = [];
      this.#runs.set(chat, runs);
    }
    return runs;
  }

  #place(runs: Run[], id: number): boolean {
    const place = placeOf(runs, id);
    const [before, after] = [runs[place - 1], runs[place]];
    if (before && id <= before.last) return false;
    const [joinsBefore, joinsAfter] = [before?.last === id - 1, after?.first === id + 1];
    if (before && after && joinsBefore && joinsAfter) {
      before.last = after.last;
      runs.splice(place, 1);
      this.#kept -= 1;
    } else if (before && joinsBefore) before.last = id;
    else if (after && joinsAfter) after.first = id;
    else if (this.#hasRoom()) runs.splice(place, 0, { first: id, last: id });
    return true;
  }

  #hasRoom(): boolean {
    if (this.#kept >= MOST_KEPT) this.isFull = true;
    else this.#kept += 1;
    return !this.isFull;
  }
}

/** The number that the id is, when it is written as numbers are and can be counted with; else null. */
function wholeOf(id: string): number | null {
  if (id.length === 0 || id.length > MOST_DIGITS || (id.length > 1 && id.startsWith('0'))) return null;
  let number = 0;
  for (let i = 0; i < id.length; i++) {
    const digit = id.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return number;
}

/** How many runs begin at or before the number. */
function placeOf(runs: readonly Run[], id: number): number {
  let [low, high] = [0, runs.length];
  if (high > 0 && (runs[high - 1] as Run).first <= id) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).first <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}
