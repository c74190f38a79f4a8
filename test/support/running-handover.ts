import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenTestsEnd } from './cleanup.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A data folder and three free ports of its own for one installation under test. */
export type Place = {
  readonly dataFolder: string;
  readonly demo: number;
  readonly public: number;
  readonly police: number;
};

export async function makePlace(dataFolder = mkdtempSync(join(tmpdir(), 'handover-place-'))): Promise<Place> {
  whenTestsEnd(() => rmSync(dataFolder, { recursive: true, force: true }));
  const [demo, publicPort, police] = await freePorts(3);
  return { dataFolder, demo: demo ?? 0, public: publicPort ?? 0, police: police ?? 0 };
}

/** Free ports, held all at once while they are looked for, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>(resolve => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map(server => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map(server => new Promise(done => server.close(done))));
  return ports;
}

/** `npm start`, as a person at a terminal runs it. */
export type Started = {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves when the address to begin at was printed; rejects with the output when the start ends before. */
  readonly ready: Promise<void>;
  readonly exited: Promise<number | null>;
};

export function startHandover(place: Place, args: readonly string[] = []): Started {
  const child = spawn('npm', ['start', '--', ...args], {
    cwd: ROOT,
    detached: true,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      HANDOVER_DATA_DIR: place.dataFolder,
      HANDOVER_DEMO_PORT: String(place.demo),
      HANDOVER_PUBLIC_PORT: String(place.public),
      HANDOVER_POLICE_PORT: String(place.police),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const exited = new Promise<number | null>(resolve => child.once('close', code => resolve(code)));
  const ready = new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Begin here')) resolve();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    void exited.then(() => reject(new Error(text)));
  });
  ready.catch(() => undefined);
  whenTestsEnd(() => killTree(place));
  return { child, output: () => text, ready, exited };
}

/** Every process whose command line names this installation's data folder, or that descends from one that does. */
export function processesOf(place: Place): number[] {
  const found = new Set<number>();
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
      if (command.includes(place.dataFolder) || environment.includes(`HANDOVER_DATA_DIR=${place.dataFolder}`))
        found.add(pid);
    } catch {
      // It ended while we looked.
    }
  }
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, parent] of parents) {
      if (found.has(pid) || !found.has(parent)) continue;
      found.add(pid);
      grown = true;
    }
  }
  found.delete(process.pid);
  return [...found];
}

/** Kills the whole tree at once, as a power cut of the machine's processes would (disks are not cut). */
export async function killTree(place: Place): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const pids = processesOf(place);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    }
    await sleep(25);
  }
}
