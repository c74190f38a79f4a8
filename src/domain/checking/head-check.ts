import { equalBytes } from '#portable/bytes/index.ts';
import {
  type Checkpoint,
  decodeCheckpoint,
  decodeNote,
  openNote,
  rootFromTiles,
  type VerifierKey,
} from '#portable/tlog/index.ts';
import type { Check, Fault } from './check.ts';
import { CHECK_TITLES } from './titles.ts';
import type { RecordPages, RestingLog } from './ports.ts';

type Signed = { readonly where: string; readonly checkpoint: Checkpoint };
type Found = Omit<Fault, 'check'>;

/** Parts of the check of heads. `outside`: head files and witnesses kept outside every backup, each with its name. */
export type HeadParts = {
  readonly log: RestingLog;
  readonly pages: RecordPages;
  readonly key: VerifierKey;
  readonly outside: () => Promise<readonly { readonly where: string; readonly text: string }[]>;
};

/**
 * Every head there is: of the database, as published in files, as shown to the public, and outside every backup. Each must
 * be signed by this log's key, none may be ahead of the database's, and each must be a beginning of the log on disk.
 */
export function headCheck(parts: HeadParts): Check {
  return {
    id: 'heads',
    ...CHECK_TITLES.heads,
    async slice() {
      // What lags behind is read first: on a running installation the head moves while we look.
      const texts = await textsBehind(parts);
      const head = await parts.pages.head();
      if (head === null)
        return { next: null, seen: 0, faults: [{ where: 'database', what: 'It holds no head of the log.' }] };
      const faults: Found[] = [];
      const all = [...texts, { where: 'database', text: head.checkpoint }];
      const signed = all.flatMap(({ where, text }) => openHead(parts.key, where, text, faults));
      const own = signed.find(({ where }) => where === 'database')?.checkpoint;
      if (own !== undefined && (own.size !== head.size || !equalBytes(own.root, head.root)))
        faults.push({
          where: 'database',
          what: 'Size or root of the head differ from its signed checkpoint.',
        });
      const published = signed.find(({ where }) => where === PUBLISHED)?.checkpoint.size ?? 0;
      for (const each of signed)
        faults.push(...(await compare(parts.log, each, { head: head.size, published })));
      const waiting = head.size - published;
      const notes = waiting > 0 ? [`${waiting} entries are signed and not yet published.`] : [];
      return { next: null, seen: all.length, faults, notes };
    },
  };
}

const PUBLISHED = 'published checkpoint';

async function textsBehind({ log, pages, outside }: HeadParts) {
  const published = await log.checkpoint();
  const scheduled = await pages.scheduledCheckpoint();
  return [
    ...(published === null ? [] : [{ where: PUBLISHED, text: published }]),
    ...(scheduled === null ? [] : [{ where: 'checkpoint shown to the public', text: scheduled }]),
    ...(await outside()),
  ];
}

function openHead(key: VerifierKey, where: string, text: string, faults: Found[]): Signed[] {
  const note = decodeNote(text);
  if (!note.ok || !openNote(note.note, [key]).ok) {
    faults.push({ where, what: 'It is not signed by the key of this log.' });
    return [];
  }
  const decoded = decodeCheckpoint(note.note.text);
  if (!decoded.ok || decoded.checkpoint.origin !== key.name) {
    faults.push({ where, what: 'It is not a checkpoint of this log.' });
    return [];
  }
  return [{ where, checkpoint: decoded.checkpoint }];
}

async function compare(
  log: RestingLog,
  { where, checkpoint }: Signed,
  sizes: { readonly head: number; readonly published: number },
): Promise<Found[]> {
  const { size } = checkpoint;
  if (size > sizes.head) {
    const what = `It has ${size} entries, the database only ${sizes.head}: the database is older than what was signed.`;
    return [{ where, what }];
  }
  // Tiles of what is signed and not yet published may still be on their way.
  if (size > sizes.published) return [];
  const root = await rootFromTiles(size, log.readTile);
  if (!root.ok)
    return [{ where, what: `Its root cannot be worked out: ${root.path} is missing or malformed.` }];
  return equalBytes(root.root, checkpoint.root)
    ? []
    : [{ where, what: 'Its root is not that of the tiles on disk.' }];
}
