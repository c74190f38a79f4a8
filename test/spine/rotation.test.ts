import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { ageStreams, createEvidenceOpener, newIdentity, openAge, recipientOf } from '#adapters/age/index.ts';
import { beginKeyRotation, readKeyRing, retireIdentities } from '#adapters/files/key-ring.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createRotationStore } from '#adapters/postgres/rotation-store.ts';
import { createSealQueue } from '#adapters/postgres/seal-queue.ts';
import { rotateKeys, sealNext, type RotateParts } from '#domain/sealing/index.ts';
import { PutOff } from '#domain/put-off.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import { ageDecrypt, withoutAge } from '#support/age-tool.ts';
import { createSpine } from '#support/spine.ts';

const CHAT = Buffer.from('18/09/2026, 19:52 - Jay R: you there?\n');
const FILES = 12;

class Killed extends Error {}

/** Dies at call number `at` of everything the rotation does outside itself: before it on odd runs, after it on even ones. */
function dyingAt(parts: RotateParts, at: number, after: boolean): RotateParts {
  let calls = 0;
  const dying = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (object, key) => {
        const method: unknown = Reflect.get(object, key);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          calls += 1;
          if (calls === at && !after) throw new Killed();
          const result: unknown = await Reflect.apply(method, object, args);
          if (calls === at) throw new Killed();
          return result;
        };
      },
    });
  return { ...parts, store: dying(parts.store), blobs: dying(parts.blobs) };
}

describe('rotating the evidence keys', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  let escrow = '';
  let parts: RotateParts;
  let bodies = '';
  let oldIdentity = '';
  const owner = () => spine.database.pool('owner');
  const store = () => join(spine.folder, 'store');
  const digestOfBodies = () =>
    globSync('bodies/**/*.age-body', { cwd: store() })
      .toSorted()
      .map(file =>
        createHash('sha256')
          .update(readFileSync(join(store(), file)))
          .digest('hex'),
      )
      .join();
  const itemFiles = async () => {
    const { rows } = await owner().query<{ id: Buffer; blob_id: Buffer }>(
      'select id, blob_id from handover.items order by id',
    );
    return rows.map(({ id, blob_id: blob }) => {
      const [item, body] = [id.toString('hex'), blob.toString('hex')];
      return Buffer.concat([
        readFileSync(join(store(), 'headers', item.slice(0, 2), `${item}.age-headers`)),
        readFileSync(join(store(), 'bodies', body.slice(0, 2), body, '0000.age-body')),
      ]);
    });
  };

  before(async () => {
    spine = await createSpine();
    escrow = await newIdentity();
    const chats = (from: number) =>
      Array.from({ length: FILES }, (_, n) => ({ name: `${from + n}.txt`, bytes: CHAT }));
    await spine.handIn(chats(0));
    await spine.handIn(chats(FILES));
    await spine.drain();
    await spine.handIn([{ name: 'staged.txt', bytes: CHAT }]);
    bodies = digestOfBodies();
    oldIdentity = spine.keys.evidenceIdentity;
    const folder = join(spine.folder, 'keys');
    await beginKeyRotation(folder, ageStreams);
    await beginKeyRotation(folder, ageStreams);
    const keys = await readKeyRing(folder, ageStreams);
    assert.ok(keys);
    assert.deepEqual(keys.retiringIdentities, [oldIdentity], 'begun twice, one new identity was made');
    const recipients = [keys.evidenceRecipient, await recipientOf(escrow)];
    const identities = [keys.evidenceIdentity, oldIdentity];
    parts = {
      store: createRotationStore(openTables(owner()), spine.sealer),
      blobs: spine.steps.blobs,
      opener: createEvidenceOpener({ identities, recipients }),
      newOpener: createEvidenceOpener({ identities: identities.slice(0, 1), recipients }),
      recipients,
      clock: () => new Date('2026-11-20T10:00:00Z'),
    };
  });

  test('killed at many steps and begun again, it wraps every item and staged piece for the new recipients', async () => {
    let runs = 0;
    for (let [at, next] = [1, 2]; ; [at, next] = [next, at + next]) {
      runs += 1;
      try {
        const outcome = await rotateKeys(dyingAt(parts, at, runs % 2 === 0));
        assert.deepEqual(outcome, { ok: true, items: 2 * FILES, staged: 2 });
        break;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
    }
    assert.ok(runs > 6, `${runs}`);
  });

  test('afterwards force and escrow each open every item alone, the old identity opens none, and no body changed', async () => {
    const files = await itemFiles();
    assert.equal(files.length, 2 * FILES);
    const [current] = [await readKeyRing(join(spine.folder, 'keys'), ageStreams)];
    for (const file of files) {
      assert.deepEqual(await openAge(file, current?.evidenceIdentity ?? ''), new Uint8Array(CHAT));
      assert.deepEqual(await openAge(file, escrow), new Uint8Array(CHAT));
      assert.equal(await openAge(file, oldIdentity), null);
    }
    assert.equal(digestOfBodies(), bodies);
  });

  test('cat header body | age -d opens an item with the escrow identity', { skip: withoutAge }, async () => {
    for (const file of (await itemFiles()).slice(0, 3)) assert.ok(ageDecrypt(escrow, file).equals(CHAT));
  });

  test('the events name each item once, the recipients, and the staged pieces', async () => {
    const { rows } = await owner().query<{ type: string; body: Buffer; submission_id: Buffer | null }>(
      `select type, body, submission_id from handover.events where type in ('headers-rewrapped', 'keys-rotated') order by at, body`,
    );
    const facts = rows.map(row => {
      const decoded = decodeEvent(row.body);
      assert.ok(decoded.ok && row.submission_id === null);
      assert.deepEqual(decoded.event.facts['recipients'], parts.recipients);
      return decoded.event.facts;
    });
    const named = facts.flatMap(({ items }) => (Array.isArray(items) ? (items as string[]) : []));
    assert.equal(named.length, 2 * FILES);
    assert.equal(new Set(named).size, 2 * FILES);
    assert.equal(rows.filter(row => row.type === 'keys-rotated').length, 1);
    assert.ok(facts.some(({ stagedPieces }) => stagedPieces === 2));
  });

  test('the old identity leaves the key file only now, into a file that the age tool takes, and twice is once', async () => {
    const folder = join(spine.folder, 'keys');
    await retireIdentities(folder, ageStreams);
    await retireIdentities(folder, ageStreams);
    const keys = await readKeyRing(folder, ageStreams);
    assert.deepEqual(keys?.retiringIdentities, []);
    assert.notEqual(keys?.evidenceIdentity, oldIdentity);
    const [retired] = globSync('retired/*', { cwd: folder });
    assert.ok(readFileSync(join(folder, retired ?? ''), 'utf8').includes(`\n${oldIdentity}\n`));
  });

  test('what was staged before is sealed with the new identity alone', async () => {
    const keys = await readKeyRing(join(spine.folder, 'keys'), ageStreams);
    const sealed = await sealNext({
      queue: createSealQueue(openTables(spine.database.pool('handover_worker')), spine.sealer),
      blobs: spine.steps.blobs,
      opener: createEvidenceOpener({
        identities: [keys?.evidenceIdentity ?? ''],
        recipients: parts.recipients,
      }),
      digests: { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') },
      random: n => randomBytes(n),
      clock: () => new Date(),
      putOff: new PutOff(() => new Date()),
    });
    assert.equal(sealed, true);
    const { rows } = await owner().query('select 1 from handover.items');
    assert.equal(rows.length, 2 * FILES + 1);
  });

  test('an item whose headers are lost keeps the old identity in place and is named', async () => {
    const { rows } = await owner().query<{ id: Buffer }>('select id from handover.items limit 1');
    const id = rows[0]?.id ?? Buffer.alloc(0);
    const headers = await spine.steps.blobs.readHeaders(id);
    await spine.steps.blobs.removeHeaders(id);
    const recipients = [await recipientOf(await newIdentity())];
    const outcome = await rotateKeys({ ...parts, recipients });
    assert.ok(!outcome.ok);
    assert.ok(outcome.unopened.some(lost => Buffer.compare(lost, id) === 0));
    await spine.steps.blobs.createHeaders(id, headers ?? []);
  });

  test('an item that only the old identity opens is found at the end, also when the rotation was finished before', async () => {
    const { rows } = await owner().query<{ id: Buffer }>('select id from handover.items order by id limit 1');
    const id = rows[0]?.id ?? Buffer.alloc(0);
    const now = (await spine.steps.blobs.readHeaders(id)) ?? [];
    const keys = await readKeyRing(join(spine.folder, 'keys'), ageStreams);
    const backwards = createEvidenceOpener({
      identities: [keys?.evidenceIdentity ?? ''],
      recipients: [await recipientOf(oldIdentity)],
    });
    await spine.steps.blobs.replaceHeaders(
      id,
      now.map(header => backwards.rewrap(header) ?? new Uint8Array(0)),
    );
    const outcome = await rotateKeys(parts);
    assert.ok(!outcome.ok);
    assert.deepEqual(
      outcome.unopened.map(lost => Buffer.from(lost).toString('hex')),
      [id.toString('hex')],
    );
    await spine.steps.blobs.replaceHeaders(id, now);
  });
});
