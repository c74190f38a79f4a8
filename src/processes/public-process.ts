import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBoxOpener, createSealer } from '#adapters/age/index.ts';
import { createResumableSha256 } from '#adapters/digests/resumable-sha256.ts';
import { type DatabaseAddress, openPool } from '#adapters/postgres/connection.ts';
import { createPublicDoor } from '#adapters/postgres/public-door.ts';
import { SETTINGS } from '#config';
import { createPublicApp, PUBLIC_LIMITS } from '#web/public/app.ts';
import { type ToCheck, VERIFIER_PAGE_NAME, VERIFIER_PROGRAM_NAME } from '#web/public/checking/route.ts';
import { receiveHandshake, reportReady, stopOnce } from './handshake.ts';
import { listenOnLoopback } from './http-process.ts';
import { logLine } from './log-line.ts';
import { becomeNobody } from './own-user.ts';

export type PublicHandshake = {
  readonly database: DatabaseAddress;
  readonly evidenceRecipients: readonly string[];
  readonly port: number;
  readonly draftDays: number;
  /** Who reviewed the Welsh pages, and when; null while nobody has. */
  readonly welshReview: string | null;
  readonly trustedProxies: readonly string[];
  readonly policy: string;
  readonly closedLogs: ToCheck['closedLogs'];
  readonly verifierFolder: string;
};

/**
 * The public side. It holds the evidence recipients and never an identity, may execute the functions of the public door
 * and nothing else, and can write no file. Beside its own text it reads the verifier that it gives out. Its first connection is opened before it gives up root, so that everything
 * a connection loads is loaded.
 */
export async function runPublic(): Promise<void> {
  let close = async () => {};
  const end = stopOnce(() => close());
  const told = await receiveHandshake<PublicHandshake>(end);
  const pool = openPool(told.database, 12);
  const door = createPublicDoor(pool);
  await door.forceNotice();
  const sealer = createSealer(...told.evidenceRecipients);
  await sealer.seal(new Uint8Array(1));
  const app = createPublicApp({
    door,
    sealer,
    opener: createBoxOpener(),
    digest: await createResumableSha256(),
    settings: {
      ...PUBLIC_LIMITS,
      origin: () => `http://public.localhost:${told.port}`,
      draftDays: told.draftDays,
      trustedProxies: told.trustedProxies,
      languages: [
        { code: 'en', isDraft: false },
        { code: 'cy', isDraft: told.welshReview === null },
      ],
    },
    toCheck: {
      policy: told.policy,
      closedLogs: told.closedLogs,
      verifierPage: readFileSync(join(told.verifierFolder, VERIFIER_PAGE_NAME)),
      verifierProgram: readFileSync(join(told.verifierFolder, VERIFIER_PROGRAM_NAME)),
    },
    clock: () => new Date(),
    random: sizeBytes => randomBytes(sizeBytes),
    log: logLine,
  });
  close = async () => {
    await app.close();
    await pool.end();
  };
  await listenOnLoopback(app, told.port, SETTINGS.publicPort.env);
  becomeNobody();
  reportReady();
}
