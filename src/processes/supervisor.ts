import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readKeyRing, makeKeyRing, type KeyRing } from '#adapters/files/key-ring.ts';
import { replaceDurably } from '#adapters/files/durable-write.ts';
import { ageStreams, createSealer, newIdentity, recipientOf } from '#adapters/age/index.ts';
import { openPool } from '#adapters/postgres/connection.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { createPublicDoor } from '#adapters/postgres/public-door.ts';
import { ROLES, type RolePasswords } from '#adapters/postgres/roles.ts';
import { dataLayout, type Settings } from '#config';
import { demoWorld, writeDemoFiles } from '../cli/demo-world/index.ts';
import { bringInStep, refusal } from './bring-in-step.ts';
import type { ChildSpec } from './child.ts';
import { childSpecs, evidenceKeysOf } from './child-specs.ts';
import { seedDemoWorld } from './demo-seed.ts';
import {
  asOwner,
  DATABASE,
  type Force,
  foundInstallation,
  policyText,
  prepareDatabase,
  roleAddress,
} from './installation.ts';
import { KeptRoles, type KeepParts } from './keep-running.ts';
import type { Steps } from './supervisor-output.ts';
import { TroubleNotices } from './trouble-notices.ts';

const NORTHSHIRE: Force = { name: 'Northshire Police', prefix: 'NS', domain: 'northshire.example' };
const SETTLE_MS = 60_000;

/** The running product. */
export type Supervised = {
  /** What does not serve at this moment, in sentences for the person at the terminal. */
  troubles(): string[];
  stop(): Promise<void>;
};

/** Starts everything on one machine, in order: PostgreSQL, migrations, keys, demo world, then the processes. */
export async function startEverything(
  settings: Settings,
  steps: Steps,
  say: (sentence: string) => void,
): Promise<Supervised> {
  const layout = dataLayout(settings.dataFolder);
  for (const folder of [layout.keys, layout.log, layout.store, layout.bundles, layout.demo, layout.policy]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  const server = await steps.run('PostgreSQL started', layout.postgres, () =>
    startEmbeddedPostgres({ folder: layout.postgres, durable: true }),
  );
  try {
    const keys = await steps.run('Keys ready', layout.keys, () => readOrMakeKeys(layout.keys));
    await steps.run('Database migrated', layout.postgres, () =>
      prepareDatabase(server, keys.rolePasswords as RolePasswords),
    );
    const isEmpty = await asOwner(server, DATABASE, client => foundInstallation(client, NORTHSHIRE, keys));
    await replaceDurably(join(layout.policy, 'force.tlog-policy'), Buffer.from(policyText(keys)));
    const rolled = await steps.run('Log compared with what was signed', layout.log, () =>
      bringInStep(server, { keys, settings }, steps.say),
    );
    // A database that is empty under a log that is not was lost, not new: what was logged is there again by now.
    const isNew = isEmpty && rolled.outcome === 'in-step';
    if (isNew)
      await steps.run('Demo world handed in', layout.postgres, () => fillDemoWorld(server, keys, settings));
    // Not in any backup: they are the same for everybody, and made anew where they are missing.
    if (readdirSync(layout.demo).length === 0) writeDemoFiles(layout.demo);
    const notices = new TroubleNotices(server, say);
    await notices.forgetAll();
    const specs = childSpecs(settings, server, keys).filter(
      ({ role }) => rolled.outcome !== 'cannot' || role !== 'sequencer',
    );
    // What is handed in meanwhile waits; only a person can say how the log goes on.
    if (rolled.outcome === 'cannot')
      notices.note('sequencer', { sinceMs: Date.now(), reason: refusal(rolled.why) });
    const kept = await steps.run('Processes started', null, () =>
      startRoles(specs, (role, trouble) => notices.note(role, trouble)),
    );
    if (isNew)
      await steps.run('Demo world sealed, logged and read', settings.dataFolder, () => settle(server));
    notices.open();
    return supervise(kept, notices, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function readOrMakeKeys(folder: string): Promise<KeyRing> {
  return (
    (await readKeyRing(folder, ageStreams)) ??
    makeKeyRing(folder, { originPrefix: `${NORTHSHIRE.domain}/log`, roles: ROLES }, ageStreams)
  );
}

async function fillDemoWorld(server: EmbeddedServer, keys: KeyRing, settings: Settings): Promise<void> {
  const pool = openPool(roleAddress(server, 'handover_public', keys), 2);
  const boxRecipient = async () => recipientOf(await newIdentity());
  try {
    await asOwner(server, DATABASE, owner =>
      seedDemoWorld({
        world: demoWorld(),
        owner,
        door: createPublicDoor(pool),
        sealer: createSealer(...evidenceKeysOf(keys, settings).recipients),
        boxRecipient,
      }),
    );
  } finally {
    await pool.end();
  }
}

/** Without a door nobody can do anything: then the start has failed, with the sentence of that door. */
const DOORS = ['demo', 'public', 'police'];
/** Whoever seals and logs may come up later: what is handed in meanwhile waits for them. */
const BEHIND = ['worker', 'sequencer'];

async function startRoles(
  specs: readonly ChildSpec[],
  onTrouble: KeepParts['onTrouble'],
): Promise<KeptRoles> {
  const kept = new KeptRoles({ specs, onTrouble });
  const ready = (roles: readonly string[]) =>
    Promise.allSettled(roles.map(async role => kept.child(role)?.ready));
  const [doors] = await Promise.all([ready(DOORS), ready(BEHIND)]);
  const failure = doors.find(outcome => outcome.status === 'rejected');
  if (failure === undefined) return kept;
  await kept.stop([...DOORS, ...BEHIND]);
  throw failure.reason;
}

/** Waits until nothing of the demo world is unsealed or unread, so that the first page shows it whole. */
async function settle(server: EmbeddedServer): Promise<void> {
  const until = Date.now() + SETTLE_MS;
  await asOwner(server, DATABASE, async client => {
    for (;;) {
      const { rows } = await client.query<{ waiting: number }>(
        `select (select count(*) from handover.submissions where state = 'received')::int
          + (select count(*) from handover.items i where not exists (select from handover.readings r where r.item_id = i.id and r.state <> 'reading'))::int as waiting`,
      );
      if (rows[0]?.waiting === 0 || Date.now() > until) return;
      await sleep(100);
    }
  });
}

function supervise(kept: KeptRoles, notices: TroubleNotices, server: EmbeddedServer): Supervised {
  return {
    troubles: () => notices.sentences(),
    async stop() {
      kept.release();
      // The doors close first, then those who seal and log what came through them, then the database.
      for (const roles of [DOORS, ['worker'], ['sequencer']]) await kept.stop(roles);
      await notices.written();
      await server.stop();
    },
  };
}
