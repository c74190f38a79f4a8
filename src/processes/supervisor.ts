import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readKeyRing, makeKeyRing, type KeyRing } from '#adapters/files/key-ring.ts';
import { replaceDurably } from '#adapters/files/durable-write.ts';
import { createSealer, newIdentity, recipientOf } from '#adapters/age/index.ts';
import { openPool } from '#adapters/postgres/connection.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { createPublicDoor } from '#adapters/postgres/public-door.ts';
import { ROLES, type RolePasswords } from '#adapters/postgres/roles.ts';
import { dataLayout, type Settings } from '#config';
import { demoWorld, writeDemoFiles } from '../cli/demo-world/index.ts';
import { bringInStep } from './bring-in-step.ts';
import { startChild, type RunningChild } from './child.ts';
import { childSpecs } from './child-specs.ts';
import { seedDemoWorld } from './demo-seed.ts';
import { EXIT } from './handshake.ts';
import {
  asOwner,
  DATABASE,
  type Force,
  foundInstallation,
  policyText,
  prepareDatabase,
  roleAddress,
} from './installation.ts';
import type { Steps } from './supervisor-output.ts';

const NORTHSHIRE: Force = { name: 'Northshire Police', prefix: 'NS', domain: 'northshire.example' };
const RESTART_LIMIT = 5;
const RESTART_WINDOW_MS = 60_000;
const SETTLE_MS = 60_000;

/** The running product. */
export type Supervised = {
  /** Resolves only when a child cannot be kept running, with a sentence for the person at the terminal. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
};

/** Starts everything on one machine, in order: PostgreSQL, migrations, keys, demo world, then the processes. */
export async function startEverything(settings: Settings, steps: Steps): Promise<Supervised> {
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
    await replaceDurably(join(layout.policy, 'northshire.tlog-policy'), Buffer.from(policyText(keys)));
    const folders = { log: layout.log, store: layout.store, head: settings.headFolder };
    const stepped = await steps.run('Log compared with what was signed', layout.log, () =>
      bringInStep(server, keys, folders, steps.say),
    );
    // A database that is empty under a log that is not was lost, not new: what was logged is there again by now.
    const isNew = isEmpty && stepped.outcome === 'in-step';
    if (isNew) await steps.run('Demo world handed in', layout.postgres, () => fillDemoWorld(server, keys));
    // Not in any backup: they are the same for everybody, and made anew where they are missing.
    if (readdirSync(layout.demo).length === 0) writeDemoFiles(layout.demo);
    const children = await steps.run('Processes started', null, () => startChildren(settings, server, keys));
    if (isNew)
      await steps.run('Demo world sealed, logged and read', settings.dataFolder, () => settle(server));
    return supervise(children, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function readOrMakeKeys(folder: string): Promise<KeyRing> {
  return (await readKeyRing(folder)) ?? makeKeyRing(folder, `${NORTHSHIRE.domain}/log`, ROLES);
}

async function fillDemoWorld(server: EmbeddedServer, keys: KeyRing): Promise<void> {
  const pool = openPool(roleAddress(server, 'handover_public', keys), 2);
  const boxRecipient = async () => recipientOf(await newIdentity());
  try {
    await asOwner(server, DATABASE, owner =>
      seedDemoWorld({
        world: demoWorld(),
        owner,
        door: createPublicDoor(pool),
        sealer: createSealer(keys.evidenceRecipient),
        boxRecipient,
      }),
    );
  } finally {
    await pool.end();
  }
}

async function startChildren(
  settings: Settings,
  server: EmbeddedServer,
  keys: KeyRing,
): Promise<Map<string, RunningChild>> {
  const children = new Map<string, RunningChild>();
  for (const spec of childSpecs(settings, server, keys)) children.set(spec.role, startChild(spec));
  const outcomes = await Promise.allSettled([...children.values()].map(child => child.ready));
  const failure = outcomes.find(outcome => outcome.status === 'rejected');
  if (failure !== undefined) {
    await Promise.all([...children.values()].map(child => child.stop()));
    throw failure.reason;
  }
  restartWhenEnded(settings, server, keys, children);
  return children;
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

let announceFailure: (sentence: string) => void = () => undefined;
const failed = new Promise<string>(resolve => {
  announceFailure = resolve;
});
let stopping = false;

function restartWhenEnded(
  settings: Settings,
  server: EmbeddedServer,
  keys: KeyRing,
  children: Map<string, RunningChild>,
): void {
  const restarts = new Map<string, number>();
  const watch = async (child: RunningChild): Promise<void> => {
    const { code, trouble } = await child.ended;
    if (stopping) return;
    const count = (restarts.get(child.role) ?? 0) + 1;
    restarts.set(child.role, count);
    // Only ends that come close together count: six in a lifetime must not stop the product.
    setTimeout(
      () => restarts.set(child.role, (restarts.get(child.role) ?? 1) - 1),
      RESTART_WINDOW_MS,
    ).unref();
    if (code === EXIT.refused || count > RESTART_LIMIT) {
      announceFailure(trouble?.trouble ?? `The ${child.role} process keeps stopping. See the log folder.`);
      return;
    }
    await sleep(200 * count);
    const spec = childSpecs(settings, server, keys).find(known => known.role === child.role);
    if (stopping || spec === undefined) return;
    const next = startChild(spec);
    next.ready.catch(() => undefined);
    children.set(child.role, next);
    void watch(next);
  };
  for (const child of children.values()) void watch(child);
}

function supervise(children: Map<string, RunningChild>, server: EmbeddedServer): Supervised {
  return {
    failed,
    async stop() {
      stopping = true;
      // The doors close first, then those who seal and log what came through them, then the database.
      for (const roles of [['demo', 'public', 'police'], ['worker'], ['sequencer']]) {
        await Promise.all(roles.map(async role => children.get(role)?.stop()));
      }
      await server.stop();
    },
  };
}
