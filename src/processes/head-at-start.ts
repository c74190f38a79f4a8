import type pg from 'pg';
import { rollForward, type RollForward, type RollForwardParts } from '#domain/history/index.ts';

export type HeadAtStart = {
  readonly parts: RollForwardParts;
  readonly folder: string;
  readonly at: Date;
  readonly say: (line: string) => void;
};

/**
 * Compares the log with every head there is, and states it when the head file is not among them: plainly where there is
 * nothing to remember yet, and for good where the log has entries, for then nothing outside the data was compared.
 */
export async function compareWithHeads(client: pg.ClientBase, start: HeadAtStart): Promise<RollForward> {
  const isThere = await start.parts.headFile.read().then(
    text => text !== null,
    // One that cannot be read is there; the comparison says what is wrong with it.
    () => true,
  );
  const rolled = await rollForward(start.parts);
  if (!isThere) await stateItsAbsence(client, start, entriesOf(rolled));
  return rolled;
}

/** Null when the log could not be compared. */
function entriesOf(rolled: RollForward): number | null {
  if (rolled.outcome === 'cannot') return null;
  return rolled.outcome === 'rolled' ? rolled.to : rolled.size;
}

async function stateItsAbsence(
  client: pg.ClientBase,
  { folder, at, say }: HeadAtStart,
  entries: number | null,
): Promise<void> {
  if (entries === 0) {
    say(`  No head file in ${folder} yet: the log has no entries. It is written with the first.`);
    return;
  }
  await client.query(
    'insert into handover.starts_without_head (started_at, entries) values ($1, $2) on conflict do nothing',
    [at, entries],
  );
  const held = entries === null ? 'the log is not new' : `the log has ${entries} entries`;
  say(
    `  The head file is gone: there is none in ${folder}, and ${held}. Only this machine says that nothing is newer.`,
  );
  const sign =
    entries === null
      ? 'it was restored'
      : `it was restored, and a receipt names more than ${entries} entries`;
  say(`  If ${sign}, stop Handover now. See docs/operating/backups.md, "When the head file is gone".`);
}
