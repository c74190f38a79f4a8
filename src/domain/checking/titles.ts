/** What each check looks at, in words, by its id: for the page that shows a run and holds no checks itself. */
export const CHECK_TITLES = {
  heads: { title: 'Every signed head of the log', one: 'head', many: 'heads' },
  tiles: { title: 'Every tile of the log', one: 'tile', many: 'tiles' },
  index: { title: 'Every entry of the log against the index of the database', one: 'entry', many: 'entries' },
  batches: { title: 'Every kept batch of the log', one: 'batch', many: 'batches' },
  proofs: { title: 'A proof for every logged event', one: 'proof', many: 'proofs' },
  events: { title: 'Every event and its commitment', one: 'event', many: 'events' },
  submissions: {
    title: 'Every submission, its chain of events and its items',
    one: 'submission',
    many: 'submissions',
  },
  audit: { title: 'Every minute of the audit and its root', one: 'minute', many: 'minutes' },
  items: { title: 'Every sealed item, read back and hashed', one: 'item', many: 'items' },
} as const;

/** How many things a check looked at: "1 batch", "1,200 entries". */
export function seenInWords({ one, many }: { one: string; many: string }, count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

export type CheckId = keyof typeof CHECK_TITLES;
