import { HandoverError } from '#domain/error.ts';

/** Why the log will not start, each with its row in docs/operating/log.md. */
export const REFUSALS = {
  'head-missing': 'the database holds no log head',
  'other-log': 'the database belongs to another log',
  'head-unsigned': 'the head in the database is not signed by this log key',
  'head-altered': 'the head in the database differs from its own signed checkpoint',
  'published-missing': 'the published checkpoint is gone',
  'published-unreadable': 'the published checkpoint cannot be read',
  'published-unsigned': 'the published checkpoint is not signed by this log key',
  'published-newer': 'what was published is newer than the database',
  'two-roots': 'what was published has the size of the database and another root',
  'published-not-prefix': 'what was published is not the beginning of what the database holds',
  'known-newer': 'a newer head was signed than the database holds',
  'known-unsigned': 'the head file or a witness holds a checkpoint that this log key did not sign',
  'known-differs': 'a head that is kept outside the database is not of its history',
  'stage-damaged': 'the staged batch is damaged',
  'tile-differs': 'a tile holds other bytes than the staged batch',
  'tile-missing': 'a tile is missing',
  'tile-damaged': 'a tile is damaged',
  'root-differs': 'the tiles on disk do not give the signed root',
  'log-longer': 'the log folder holds more entries than the database',
  'entry-differs': 'the database and the log folder name different entries',
} as const;

export type Refusal = keyof typeof REFUSALS;

/** Refuses to start, or to go on, before anything was signed. `where` is a path or a place in the log. */
export function refuse(refusal: Refusal, where = ''): never {
  const what = where === '' ? REFUSALS[refusal] : `${REFUSALS[refusal]} (${where})`;
  throw new HandoverError(
    'log-disagrees',
    `The log will not start: ${what}. Nothing was signed. See docs/operating/log.md.`,
  );
}
