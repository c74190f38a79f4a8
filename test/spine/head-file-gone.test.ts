import assert from 'node:assert/strict';
import { globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { policeDeskOver } from '#support/police-desk.ts';
import { createSpine } from '#support/spine.ts';
import { compareWithHeads } from '../../src/processes/head-at-start.ts';
import { historyParts } from '../../src/processes/history.ts';

const CHAT = Buffer.from('12/03/2026, 21:41 - Sam: hi\n');

async function place() {
  const spine = await createSpine();
  const head = join(spine.folder, 'outside-backups');
  const folders = { head, log: join(spine.folder, 'log'), store: join(spine.folder, 'store') };
  const start = async (at: string) => {
    const client = await spine.database.pool('owner').connect();
    const said: string[] = [];
    try {
      const parts = historyParts(client, spine.keys, folders);
      const say = (line: string) => void said.push(line);
      const rolled = await compareWithHeads(client, { parts, folder: head, at: new Date(at), say });
      return { said: said.join(' '), outcome: rolled.outcome };
    } finally {
      client.release(true);
    }
  };
  const desk = await policeDeskOver(spine.database);
  const administrator = await desk.signIn('samir-holt');
  const page = async () => (await administrator.get('/record-check')).body.replaceAll(/\s+/g, ' ');
  return { spine, head, start, page };
}

describe('a start without the head file', () => {
  test('of a new installation says that there is none yet, and states nothing at the desk', async () => {
    const { start, page } = await place();
    const { said, outcome } = await start('2026-11-20T08:00:00Z');
    assert.equal(outcome, 'in-step');
    assert.match(said, /No head file in .* yet: the log has no entries/);
    assert.doesNotMatch(await page(), /without the head file/);
  });

  test('whose log has entries says so, and the record check goes on stating when that was and what the log had', async () => {
    const { spine, head, start, page } = await place();
    await spine.handIn([{ name: 'a.txt', bytes: CHAT }]);
    await spine.drain();
    assert.equal((await start('2026-11-20T08:00:00Z')).said, '', 'it is there');
    for (const file of globSync('*', { cwd: head })) rmSync(join(head, file));
    const gone = await start('2026-11-21T09:30:00Z');
    assert.equal(gone.outcome, 'in-step', 'the doors are not kept shut by it');
    assert.match(
      gone.said,
      /The head file is gone: there is none in .*, and the log has 3 entries\..*names more than 3 entries, stop Handover now/,
    );
    await spine.handIn([{ name: 'b.txt', bytes: CHAT }]);
    await spine.drain();
    assert.equal((await start('2026-11-22T08:00:00Z')).said, '', 'it was written again with the next batch');
    const shown = await page();
    assert.match(shown, /Started without the head file/);
    assert.match(shown, /2026-11-21T09:30:00.000Z.*the log had 3 entries/);
    assert.doesNotMatch(shown, /2026-11-2[02]T08/);
  });

  test('is not one whose head file cannot be read: the comparison says what is wrong', async () => {
    const { spine, head, start, page } = await place();
    await spine.handIn([{ name: 'a.txt', bytes: CHAT }]);
    await spine.drain();
    const [file = ''] = globSync('*', { cwd: head });
    rmSync(join(head, file));
    mkdirSync(join(head, file));
    await assert.rejects(start('2026-11-21T09:30:00Z'), { code: 'EISDIR' });
    assert.doesNotMatch(await page(), /without the head file/);
  });
});
