import { existsSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { HandoverError } from '#domain/error.ts';
import { dataLayout, readSettings, SETTINGS, type Settings } from '#config';
import { endEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { lockFolder } from './installation.ts';
import { createSteps, sizeOf } from './supervisor-output.ts';
import { startEverything, type Supervised } from './supervisor.ts';

const NEEDED_MEGABYTES = 700;

/** `npm start`: prepares what is missing, runs everything until Ctrl-C, and explains in a sentence what stands in the way. */
export async function startCommand(args: readonly string[]): Promise<void> {
  const unknown = args.find(arg => arg !== '--fresh');
  if (unknown !== undefined)
    return explain(`There is no option ${unknown}. "npm start -- --help" lists them.`);
  const read = readSettings();
  if (!read.ok) return explain(read.problems.join('\n'));
  const layout = dataLayout(read.settings.dataFolder);
  const lock = tryToLock(read.settings);
  if (lock === null) {
    return explain(
      `The data folder ${read.settings.dataFolder} cannot be written to, or is a file. Set ${SETTINGS.dataFolder.env} to a folder of your own.`,
    );
  }
  if (!lock.ok) {
    return explain(
      `Handover is already running with this data folder (process ${lock.pid}). Use it at http://127.0.0.1:${lock.demoPort}/, or stop it first with Ctrl-C.`,
    );
  }
  if (existsSync(layout.restoring) && !args.includes('--fresh')) {
    lock.release();
    return explain(
      'A restore into this data folder was begun and not finished. Run "npx handover restore" again; it begins anew.',
    );
  }
  const problem = await obstacle(read.settings);
  if (problem !== null) {
    lock.undo();
    return explain(problem);
  }
  if (args.includes('--fresh')) await beginAnew(read.settings, layout.postgres);
  await runUntilStopped(read.settings, lock.release);
}

function explain(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

function tryToLock({ dataFolder, demoPort }: Settings): ReturnType<typeof lockFolder> | null {
  try {
    return lockFolder(dataLayout(dataFolder).lock, demoPort);
  } catch {
    return null;
  }
}

/** Looks for what a start would stumble over, before anything is changed. */
async function obstacle(settings: Settings): Promise<string | null> {
  const ports = [
    [settings.demoPort, SETTINGS.demoPort.env],
    [settings.publicPort, SETTINGS.publicPort.env],
    [settings.policePort, SETTINGS.policePort.env],
  ] as const;
  for (const [port, env] of ports) {
    const fault = await faultOf(port);
    if (fault === 'EACCES') {
      return `Port ${port} may be used by root alone. Set ${env} to a number above 1023, and start again.`;
    }
    if (fault !== null) {
      return `Port ${port} is taken by another program. Stop that program, or set ${env} to another number, and start again.`;
    }
  }
  const disk = await statfs(settings.dataFolder);
  const freeMegabytes = Math.floor((disk.bavail * disk.bsize) / 1_048_576);
  if (freeMegabytes >= NEEDED_MEGABYTES) return null;
  return `The disk that holds the data folder has ${freeMegabytes} MB left; Handover needs ${NEEDED_MEGABYTES} MB. Free some space, or set ${SETTINGS.dataFolder.env} to a folder on another disk.`;
}

/** Why nobody may listen on this port now, as a code of the system; null when it is free. */
function faultOf(port: number): Promise<string | null> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', error => resolve('code' in error ? String(error.code) : 'unknown'));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(null)));
  });
}

async function beginAnew(settings: Settings, postgresFolder: string): Promise<void> {
  if (!existsSync(postgresFolder)) return;
  const megabytes = (sizeOf(settings.dataFolder) / 1_000_000).toFixed(0);
  console.log(
    `Beginning anew. Removed from ${settings.dataFolder}: the database, the log, sealed items, bundles and keys (${megabytes} MB).`,
  );
  await endEmbeddedPostgres(postgresFolder);
  const { keys, log, store, bundles, demo, policy, outsideBackups, restoring, closedLogs } = dataLayout(
    settings.dataFolder,
  );
  for (const folder of [
    postgresFolder,
    keys,
    log,
    store,
    bundles,
    demo,
    policy,
    outsideBackups,
    restoring,
    closedLogs,
  ])
    rmSync(folder, { recursive: true, force: true });
}

async function runUntilStopped(settings: Settings, release: () => void): Promise<void> {
  const interrupted = new Promise<void>(resolve => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
    process.on('SIGHUP', () => resolve());
  });
  const steps = createSteps(line => console.log(line));
  let running: Supervised;
  try {
    running = await startEverything(settings, steps, sentence => console.error(sentence));
  } catch (error) {
    release();
    explain(sentenceOf(error));
    process.exit(1);
  }
  announce(settings);
  await interrupted;
  const troubles = running.troubles();
  console.log('\nStopping: doors closed, then sealing, log and database.');
  await running.stop();
  release();
  for (const sentence of troubles) explain(sentence);
  console.log('Stopped. Everything acknowledged is kept; "npm start" goes on from here.');
  process.exit();
}

function announce(settings: Settings): void {
  console.log(`
Handover is running. Begin here:

  http://127.0.0.1:${settings.demoPort}/          what this is, and a walk through it

  http://public.localhost:${settings.publicPort}/   hand in
  http://police.localhost:${settings.policePort}/   the police desk

Everybody in it is invented. Do not use it for real evidence. Ctrl-C stops everything.
`);
}

function sentenceOf(error: unknown): string {
  if (error instanceof HandoverError && error.code === 'storage-full') {
    return 'The disk is full. Free some space and start again; nothing acknowledged is lost.';
  }
  return error instanceof Error ? error.message : 'Handover could not start.';
}
