import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createEvidenceOpener } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createSealQueue } from '#adapters/postgres/seal-queue.ts';
import { HandoverError } from '#domain/error.ts';
import { PutOff } from '#domain/put-off.ts';
import { sealNext, type BlobStore } from '#domain/sealing/index.ts';
import { policeDeskOver } from '#support/police-desk.ts';
import { createSpine } from '#support/spine.ts';

const CHAT = Buffer.from('12/03/2026, 21:41 - Kit: hello\n');

type Spine = Awaited<ReturnType<typeof createSpine>>;

async function eventsOf(spine: Spine, reference: string): Promise<string[]> {
  const { rows } = await spine.database
    .pool('owner')
    .query<{ type: string }>(
      'select e.type from handover.events e join handover.submissions s on s.id = e.submission_id where s.reference = $1 order by e.submission_n',
      [reference],
    );
  return rows.map(({ type }) => type);
}

const handIn = async (spine: Spine) => (await spine.handIn([{ name: 'chat.txt', bytes: CHAT }])).reference;

describe('a submission that cannot be sealed', () => {
  test('because a staged piece is gone is refused, those behind it are sealed, and the desk shows and counts it', async () => {
    const spine = await createSpine();
    const [lost, whole] = [await handIn(spine), await handIn(spine)];
    await spine.database.pool('owner').query(
      `delete from handover.staged_segments where file_id in (select sf.file_id from handover.submission_files sf
         join handover.submissions s on s.id = sf.submission_id where s.reference = $1)`,
      [lost],
    );
    await spine.drain();
    assert.deepEqual(await eventsOf(spine, lost), ['submission-received', 'seal-mismatch']);
    assert.deepEqual(await eventsOf(spine, whole), [
      'submission-received',
      'item-sealed',
      'submission-sealed',
    ]);
    const desk = await policeDeskOver(spine.database);
    const officer = await desk.signIn('priya-nandra');
    const queue = (await officer.get('/queue')).body;
    assert.match(queue, /Not sealed: a stored piece is missing or is not an age file/);
    assert.match(queue, /Of these: not sealed, with a reason<\/[a-z]+>\s*<[^>]*>1</);
    assert.match(
      (await officer.get(`/submissions/${lost}`)).body,
      /Not sealed: .*a stored piece is missing/s,
    );
    assert.doesNotMatch((await officer.get(`/submissions/${whole}`)).body, /Not sealed/);
  });

  test('now is put off with the reason shown, those behind it are sealed, and it is sealed when it can be', async () => {
    const spine = await createSpine();
    const references = [await handIn(spine), await handIn(spine), await handIn(spine)];
    let nowMs = 0;
    let isBroken = true;
    const disk = createDiskStore(join(spine.folder, 'store'));
    let bodies = 0;
    // A disk that refuses whatever it is given first.
    const blobs: BlobStore = {
      ...disk,
      createBody(name, body) {
        bodies += 1;
        if (isBroken && bodies === 1) throw new HandoverError('storage-full', 'the disk is full');
        return disk.createBody(name, body);
      },
    };
    const seal = () =>
      sealNext({
        queue: createSealQueue(openTables(spine.database.pool('handover_worker')), spine.sealer),
        blobs,
        opener: createEvidenceOpener({
          identities: [spine.keys.evidenceIdentity],
          recipients: [spine.keys.evidenceRecipient],
        }),
        digests: { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') },
        random: sizeBytes => randomBytes(sizeBytes),
        clock: () => new Date(),
        putOff,
      });
    const putOff = new PutOff(() => new Date(nowMs));
    while (await seal());
    const sealed = await Promise.all(references.map(async one => (await eventsOf(spine, one)).length > 0));
    assert.deepEqual(sealed, [false, true, true]);
    const desk = await policeDeskOver(spine.database);
    const officer = await desk.signIn('priya-nandra');
    assert.match(
      (await officer.get('/queue')).body,
      /it was tried and will be tried again \(the disk is full\)/,
    );
    isBroken = false;
    nowMs += 5_000;
    while (await seal());
    assert.equal((await eventsOf(spine, references[0] ?? '')).at(-1), 'submission-sealed');
    assert.doesNotMatch((await officer.get('/queue')).body, /will be tried again/);
  });
});

describe('a process of the service that does not serve', () => {
  test('stands above every page of every officer with its reason, and an administrator is told where to look', async () => {
    const spine = await createSpine();
    const desk = await policeDeskOver(spine.database);
    const trouble = { role: 'sequencer', reason: 'The log disagrees with <b>the database</b>.' };
    const owner = spine.database.pool('owner');
    await owner.query(
      `insert into handover.process_troubles (role, since, reason) values ($1, '2026-11-23T10:00:00Z', $2)`,
      [trouble.role, trouble.reason],
    );
    for (const [id, path] of [
      ['tom-fairley', '/queue'],
      ['joan-whitlow', '/audit'],
      ['una-price', '/queue'],
      ['samir-holt', '/queue'],
    ] as const) {
      const page = (await (await desk.signIn(id)).get(path)).body;
      assert.match(page, /Sealing is stopped since .*23 November 2026/s, id);
      assert.ok(page.includes('The log disagrees with &lt;b&gt;'), id);
      assert.equal(page.includes('You look after this service'), id === 'samir-holt');
    }
    await owner.query('delete from handover.process_troubles');
    const page = (await (await desk.signIn('tom-fairley')).get('/queue')).body;
    assert.doesNotMatch(page, /Sealing is stopped/);
  });
});
