import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { createBoxOpener, createSealer, newIdentity, openAge, recipientOf } from '#adapters/age/index.ts';
import { createResumableSha256 } from '#adapters/digests/resumable-sha256.ts';
import { createPublicDoor } from '#adapters/postgres/public-door.ts';
import type { ReturnDoor } from '#domain/engagement/index.ts';
import type { IntakeDoor, StagedFileMeta } from '#domain/intake/index.ts';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import type { LogEntry } from '#web/guards/index.ts';
import { createPublicApp, PUBLIC_LIMITS, type PublicSettings } from '../app.ts';
import { TO_CHECK } from './to-check.ts';

/** The origin of tests that inject requests. */
export const TEST_ORIGIN = 'http://public.localhost:7401';

/** The public side over the real database as its own role, and what a test may look behind it with. */
export type PublicSide = {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly owner: pg.Pool;
  readonly door: IntakeDoor & ReturnDoor;
  readonly log: LogEntry[];
  readonly identity: string;
  /** The plain bytes and description of every staged file, in the order they were begun. */
  readonly stagedFiles: () => Promise<readonly StagedFile[]>;
};

export type StagedFile = { readonly meta: StagedFileMeta | null; readonly bytes: Buffer };

export type PublicSideOptions = {
  readonly settings?: Partial<PublicSettings>;
  readonly clock?: () => Date;
  /** A database and evidence identity made elsewhere, for example those of a whole spine. */
  readonly over?: { readonly database: TestDatabase; readonly evidenceIdentity: string };
  /** Puts something between the pages and the real door, for example a failure. */
  readonly door?: (real: IntakeDoor & ReturnDoor) => IntakeDoor & ReturnDoor;
};

export async function createPublicSide(options: PublicSideOptions = {}): Promise<PublicSide> {
  const database = options.over?.database ?? (await createTestDatabase());
  const owner = database.pool('owner');
  const real = createPublicDoor(database.pool('handover_public'));
  const door = options.door?.(real) ?? real;
  const identity = options.over?.evidenceIdentity ?? (await newIdentity());
  const log: LogEntry[] = [];
  const app = createPublicApp({
    door,
    sealer: createSealer(await recipientOf(identity)),
    opener: createBoxOpener(),
    digest: await createResumableSha256(),
    settings: { origin: () => TEST_ORIGIN, ...PUBLIC_LIMITS, ...options.settings },
    toCheck: TO_CHECK,
    clock: options.clock ?? (() => new Date()),
    random: sizeBytes => new Uint8Array(randomBytes(sizeBytes)),
    log: entry => log.push(entry),
  });
  return { app, database, owner, door, log, identity, stagedFiles: () => readStaged(owner, identity) };
}

async function readStaged(owner: pg.Pool, identity: string): Promise<readonly StagedFile[]> {
  const { rows } = await owner.query<{ meta: Buffer | null; bodies: Buffer[] | null }>(
    `select f.meta, (select array_agg(s.body order by s.n) from handover.staged_segments s where s.file_id = f.id) as bodies
     from handover.staged_files f order by f.begun_at`,
  );
  return Promise.all(
    rows.map(async ({ meta, bodies }) => {
      const opened = meta === null ? null : await openAge(meta, identity);
      const plain = await Promise.all((bodies ?? []).map(body => openAge(body, identity)));
      return {
        meta: opened === null ? null : (JSON.parse(Buffer.from(opened).toString()) as StagedFileMeta),
        bytes: Buffer.concat(plain.map(each => each ?? Buffer.from('DAMAGED'))),
      };
    }),
  );
}
