import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { createEvidenceOpener, newIdentity, recipientOf } from '#adapters/age/index.ts';
import { openItem } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { eventCommitment } from '#portable/continuity/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { rootFromTiles } from '#portable/tlog/index.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { createTestDatabase } from '#support/database.ts';
import { rollPlaceForward } from '#support/restored.ts';
import { createSpine, type HandedIn, type SpinePlace } from '#support/spine.ts';
import { makeBackup, type MadeBackup } from '../../src/cli/backup/make-backup.ts';
import { backupsIn, decodeSums, readBackup, signManifest } from '../../src/cli/backup/manifest.ts';
import {
  proveBackup,
  restoreDatabase,
  restoreFiles,
  UnusableBackup,
} from '../../src/cli/backup/restore-backup.ts';

type Spine = Awaited<ReturnType<typeof createSpine>>;
type Handed = { readonly visitor: HandedIn; readonly bytes: Buffer };

const SECRET = 'had football then tea';
const chat = (n: number) =>
  Buffer.from(`18/09/2026, 19:52 - Jay R: you there? ${n}\n18/09/2026, 19:53 - Elle: ${SECRET}\n`);

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handover-backup-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function handIn(spine: Spine, n: number): Promise<Handed> {
  const bytes = chat(n);
  return { visitor: await spine.handIn([{ name: `${n}.txt`, bytes }]), bytes };
}

async function backup(
  spine: SpinePlace,
  place: string,
  recipients: readonly string[] = [],
): Promise<MadeBackup> {
  const client = await spine.database.pool('owner').connect();
  const { folder } = spine;
  try {
    const made = await makeBackup(
      {
        client,
        signer: { name: spine.keys.origin, secretKey: spine.keys.logSecretKey },
        folders: {
          store: `${folder}/store`,
          log: `${folder}/log`,
          closedLogs: `${folder}/closed-logs`,
          bundles: `${folder}/bundles`,
          policy: `${folder}/policy`,
        },
        recipients: [spine.keys.evidenceRecipient, ...recipients],
        now: new Date(),
        say: () => undefined,
        sealedKeys: null,
      },
      place,
    );
    return made ?? assert.fail('the backup was refused');
  } finally {
    client.release();
  }
}

async function restore(
  from: string,
  keys: SpinePlace['keys'],
  identity = keys.evidenceIdentity,
): Promise<SpinePlace> {
  const read = await readBackup(from);
  assert.ok(typeof read !== 'string', typeof read === 'string' ? read : '');
  const parts = { backup: from, ...read, say: () => undefined };
  const folder = scratch();
  await restoreFiles(parts, folder);
  const database = await createTestDatabase();
  const client = await database.pool('owner').connect();
  try {
    await restoreDatabase(parts, client, [identity]);
  } finally {
    client.release();
  }
  return { database, folder, keys };
}

async function sumsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const read = await readBackup(folder);
  assert.ok(typeof read !== 'string');
  return read.sums;
}

/** Every item, event and tile, read from where it rests and compared with what the database and the log say. */
async function checkEverything(place: SpinePlace, spine: Spine): Promise<number> {
  const owner = place.database.pool('owner');
  const items = await owner.query<{ id: Buffer; blob_id: Buffer; segments: number; sha256: Buffer }>(
    'select id, blob_id, segments, sha256 from handover.items',
  );
  const opener = createEvidenceOpener({
    identities: [place.keys.evidenceIdentity],
    recipients: [place.keys.evidenceRecipient],
  });
  for (const item of items.rows) {
    const hash = createHash('sha256');
    const stored = { itemId: item.id, blobId: item.blob_id, segments: item.segments };
    for await (const plain of openItem({ blobs: spine.steps.blobs, opener }, stored)) hash.update(plain);
    assert.deepEqual(hash.digest(), item.sha256);
  }
  const events = await owner.query<{ body: Buffer; salt: Buffer; commitment: Buffer }>(
    'select body, salt, commitment from handover.events',
  );
  for (const event of events.rows)
    assert.deepEqual(Buffer.from(eventCommitment(event.salt, event.body)), event.commitment);
  const head = await spine.sequencer.store.read();
  const tiles = await rootFromTiles(head.size, spine.sequencer.files.readTile);
  assert.ok(tiles.ok && toHex(tiles.root) === toHex(head.root));
  return items.rows.length;
}

async function assertReceipts(spine: Spine, handed: readonly Handed[]): Promise<void> {
  for (const { visitor, bytes } of handed) {
    const receipt = (await spine.openReceipt(visitor)) ?? assert.fail(`${visitor.reference} has no receipt`);
    assert.equal(verifyReceipt(receipt, { policy: spine.policy, files: [bytes] }).verdict, 'verified');
  }
}

describe('a backup', () => {
  let spine: Spine;
  let place: string;
  let first: Handed;

  before(async () => {
    spine = await createSpine();
    place = scratch();
    mkdirSync(join(spine.folder, 'policy'));
    writeFileSync(join(spine.folder, 'policy', 'force.tlog-policy'), spine.policyText);
    first = await handIn(spine, 0);
    await spine.drain();
  });

  test('made while hand-ins go on is whole: all that was acknowledged before is there, and every item, event and tile agrees', async () => {
    const during: Handed[] = [];
    const life = { goesOn: true };
    const visitors = (async () => {
      for (let n = 1; life.goesOn || n < 6; n += 1) {
        during.push(await handIn(spine, n));
        await spine.drain();
      }
    })();
    const made = await backup(spine, place);
    life.goesOn = false;
    await visitors;
    const restored = await restore(made.folder, spine.keys);
    assert.notEqual((await rollPlaceForward(restored)).outcome, 'cannot');
    const again = await createSpine(restored);
    await again.drain();
    assert.ok((await checkEverything(restored, again)) >= 1);
    await assertReceipts(again, [first]);
    const late = await handIn(again, 99);
    await again.drain();
    await assertReceipts(again, [late]);
  });

  test('shows nothing of the evidence to whoever holds the files, and no key', async () => {
    const made = (await backupsIn(place))[0] ?? assert.fail();
    let files = 0;
    for (const entry of readdirSync(made.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
      files += 1;
      assert.ok(!text.includes(SECRET) && !text.includes(spine.keys.evidenceIdentity), entry.name);
      assert.ok(!text.includes(Buffer.from(spine.keys.logSecretKey).toString('base64')), entry.name);
    }
    assert.ok(files > 20);
  });

  test('the next one links what has not changed, and copies what can change', async () => {
    const [earlier] = await backupsIn(place);
    const made = await backup(spine, place);
    const read = await readBackup(made.folder);
    assert.ok(typeof read !== 'string' && earlier !== undefined);
    const inode = (folder: string, path: string) =>
      statSync(join(folder, path), { throwIfNoEntry: false })?.ino;
    const bodies = [...read.sums.keys()].filter(path => path.startsWith('store/bodies/'));
    const shared = bodies.filter(path => inode(earlier.folder, path) === inode(made.folder, path));
    assert.ok(shared.length >= 1);
    assert.notEqual(inode(made.folder, 'log/checkpoint'), inode(spine.folder, 'log/checkpoint'));
    for (const path of [...read.sums.keys()].filter(one => one.startsWith('store/headers/')))
      assert.notEqual(inode(made.folder, path), inode(spine.folder, path));
  });

  test('is a row with its last day before its first byte is copied, and knows itself when restored', async () => {
    const made = await backup(spine, place);
    const restored = await restore(made.folder, spine.keys);
    const { rows } = await restored.database
      .pool('owner')
      .query<{ days: number }>(
        `select extract(day from expires_at - made_at)::int as days from handover.backups where id = decode($1, 'hex')`,
        [made.manifest.id],
      );
    assert.deepEqual(rows, [{ days: 30 }]);
  });

  test('half made is never taken for one; the next removes it and its row', async () => {
    const id = 'ab'.repeat(16);
    const half = join(place, `.unfinished-${spine.keys.origin.split('/').at(-1)}-${id}`);
    mkdirSync(half);
    const owner = spine.database.pool('owner');
    await owner.query(
      `insert into handover.backups (id, made_at, expires_at, folder_note, log_size) values (decode($1, 'hex'), now(), now(), 'half', 0)`,
      [id],
    );
    const known = (await backupsIn(place)).length;
    assert.ok((await backupsIn(place)).every(found => found.folder !== half));
    await backup(spine, place);
    assert.equal((await backupsIn(place)).length, known + 1);
    assert.ok(!readdirSync(place).some(name => name.startsWith('.unfinished')));
    const { rows } = await owner.query(`select 1 from handover.backups where id = decode($1, 'hex')`, [id]);
    assert.deepEqual(rows, []);
  });

  test('is opened by another recipient it was made for, and by nobody else', async () => {
    const escrow = await newIdentity();
    const made = await backup(spine, scratch(), [await recipientOf(escrow)]);
    assert.ok(await restore(made.folder, spine.keys, escrow));
    await assert.rejects(restore(made.folder, spine.keys, await newIdentity()), UnusableBackup);
  });

  for (const [what, path] of [
    ['a table', 'database/handover.events.copy.age'],
    ['an item', 'store/bodies/'],
    ['the list of files', 'SHA256SUMS'],
  ] as const) {
    test(`with one bit of ${what} changed is refused before it is used`, async () => {
      const made = await backup(spine, scratch());
      const sums = await readBackup(made.folder);
      assert.ok(typeof sums !== 'string');
      const name = [...sums.sums.keys()].find(one => one.startsWith(path)) ?? path;
      const bytes = readFileSync(join(made.folder, name));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      rmSync(join(made.folder, name));
      writeFileSync(join(made.folder, name), bytes);
      const read = await readBackup(made.folder);
      if (path === 'SHA256SUMS') assert.ok(typeof read === 'string' && read.includes('is damaged'));
      else await assert.rejects(restore(made.folder, spine.keys), UnusableBackup);
    });
  }

  test('of somebody else, unsigned, or changed after it was signed is refused before anything is written', async () => {
    const made = await backup(spine, scratch());
    const prove = async (identities = [spine.keys.evidenceIdentity]) => {
      const read = await readBackup(made.folder);
      assert.ok(typeof read !== 'string');
      await proveBackup({ backup: made.folder, ...read, say: () => undefined }, spine.keys, identities);
    };
    await prove();
    const [manifest, note] = ['manifest.json', 'manifest.note'].map(name => join(made.folder, name));
    assert.ok(manifest !== undefined && note !== undefined);
    const [bytes, signature] = [readFileSync(manifest), readFileSync(note)];
    const other = { name: spine.keys.origin, secretKey: randomBytes(32) };
    for (const spoil of [
      () => rmSync(note),
      () => writeFileSync(note, signManifest(bytes, other)),
      () => writeFileSync(manifest, bytes.toString().replace('"files": ', '"files":  ')),
    ]) {
      spoil();
      await assert.rejects(prove(), /is not signed by the log key of this installation/);
      writeFileSync(manifest, bytes);
      writeFileSync(note, signature);
    }
    await prove();
    await assert.rejects(prove([await newIdentity()]), /Bring a newer copy of keys/);
  });

  test('that somebody else made is linked into none of ours', async () => {
    const shelf = scratch();
    const made = await backup(spine, shelf);
    rmSync(join(made.folder, 'manifest.note'));
    const [body = ''] = [...(await sumsOf(made.folder)).keys()].filter(path =>
      path.startsWith('store/bodies/'),
    );
    const bytes = readFileSync(join(made.folder, body));
    rmSync(join(made.folder, body));
    writeFileSync(join(made.folder, body), Buffer.alloc(bytes.length));
    const next = await backup(spine, shelf);
    assert.deepEqual(readFileSync(join(next.folder, body)), bytes);
  });

  for (const path of [
    'keys/key-ring.json',
    'handover.lock',
    'postgres/x',
    'log/../keys/x',
    'store/x',
    'log//x',
    '/log/x',
  ]) {
    test(`whose list names ${path} is none: nothing but what a backup holds is ever written`, () => {
      assert.equal(decodeSums(`${'ab'.repeat(32)}  ${path}\n`), null);
      assert.equal(decodeSums(`${'ab'.repeat(32)}  log/checkpoint\n`)?.size, 1);
    });
  }

  test('that is none, planted beside the true ones, is passed over: the next is made, and the newest is found', async () => {
    const shelf = scratch();
    const planted = [
      'null',
      '5',
      '{"v":1}',
      `{"v":1,"madeAt":9,"sumsSha256":"${createHash('sha256').digest('hex')}"}`,
    ];
    for (const [n, text] of planted.entries()) {
      mkdirSync(join(shelf, `planted-${n}`));
      writeFileSync(join(shelf, `planted-${n}`, 'manifest.json'), text);
      writeFileSync(join(shelf, `planted-${n}`, 'SHA256SUMS'), '');
    }
    const made = await backup(spine, shelf);
    assert.deepEqual(
      (await backupsIn(shelf)).map(({ folder }) => folder),
      [made.folder],
    );
  });

  test('of a newer version is refused by name', async () => {
    const made = await backup(spine, scratch());
    const path = join(made.folder, 'manifest.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('"0001-spine.sql"', '"0001-spine.sql", "9999-later.sql"'),
    );
    await assert.rejects(restore(made.folder, spine.keys), /newer version of Handover \(9999-later.sql\)/);
  });
});
