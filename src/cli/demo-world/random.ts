// A seeded source of choices: the same seed gives the same world on every machine and in every year.

/** Draws numbers and picks from one seed. Not for secrets. */
export interface Dice {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

/** Makes dice from a seed text: FNV-1a folds the text to 32 bits, mulberry32 draws from them. */
export function seededDice(seed: string): Dice {
  let state = foldSeed(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: probability => next() < probability,
    pick: choices => pickAt(choices, next()),
  };
}

function pickAt<T>(choices: readonly T[], at: number): T {
  const chosen = choices[Math.floor(at * choices.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

function foldSeed(seed: string): number {
  let folded = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) folded = Math.imul(folded ^ seed.charCodeAt(at), 0x01000193);
  return folded;
}

/**
 * A pack of choices dealt without putting back: nothing comes twice until everything has come once, and the last card
 * of one round is never the first of the next.
 */
export interface Pack<T> {
  deal(): T;
}

export function packOf<T>(choices: readonly T[], dice: Dice): Pack<T> {
  let left: T[] = [];
  let last: T | undefined;
  const deal = (): T => {
    if (left.length === 0) left = shuffled(choices, dice);
    if (left.length > 1 && left.at(-1) === last) left.unshift(left.pop() as T);
    const dealt = left.pop();
    if (dealt === undefined) throw new Error('an empty pack cannot deal');
    last = dealt;
    return dealt;
  };
  return { deal };
}

function shuffled<T>(choices: readonly T[], dice: Dice): T[] {
  const mixed = [...choices];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = dice.between(0, at);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
