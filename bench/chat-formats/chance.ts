export const PEOPLE = ['Ada', 'Bo Björk', 'Chidi', 'Dee ☀️'] as const;

export const SENTENCES = [
  'did you see the match',
  'on my way, five minutes',
  'no I left it on the bus and now they want me to come back for it tomorrow morning 🙈',
  'ok',
  'first line\nsecond line of the same message\nand a third',
  'see you there 👍',
  'the café by the pond, at nine',
] as const;

/** Whole numbers from 0 up to what is asked, the same on every run. */
export function chance(): (below: number) => number {
  let state = 0x2545f491;
  return below => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export function oneOf<T>(next: (below: number) => number, values: readonly T[]): T {
  return values[next(values.length)] as T;
}
