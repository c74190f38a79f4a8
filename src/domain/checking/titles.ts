/** What each check looks at, in words, by its id: for the page that shows a run and holds no checks itself. */
export const CHECK_TITLES = {
  heads: { title: 'Every signed head of the log', unit: 'heads' },
  tiles: { title: 'Every tile of the log', unit: 'tiles' },
  index: { title: 'Every entry of the log against the index of the database', unit: 'entries' },
  batches: { title: 'Every kept batch of the log', unit: 'batches' },
  proofs: { title: 'A proof for every logged event', unit: 'proofs' },
  events: { title: 'Every event and its commitment', unit: 'events' },
  submissions: { title: 'Every submission, its chain of events and its items', unit: 'submissions' },
  audit: { title: 'Every minute of the audit and its root', unit: 'minutes' },
  items: { title: 'Every sealed item, read back and hashed', unit: 'items' },
} as const;

export type CheckId = keyof typeof CHECK_TITLES;
