import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { ChildTrouble } from './handshake.ts';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
const STOP_MS = 10_000;

export type ChildSpec = {
  readonly role: string;
  readonly handshake: object;
  /** Flags of Node.js itself, such as `--permission`. */
  readonly flags: readonly string[];
  readonly logFolder: string;
  /** The program, where it is not the product's own: tests of the supervision bring theirs. */
  readonly program?: string;
};

export type RunningChild = {
  readonly role: string;
  readonly pid: number;
  /** Resolves when the child serves; rejects with its own sentence when it ends before that. */
  readonly ready: Promise<void>;
  readonly ended: Promise<{ code: number | null; trouble: ChildTrouble | null }>;
  stop(): Promise<void>;
  /** Ends a process that no longer listens. */
  kill(): void;
};

/**
 * Starts one process of the product. Its own process group, so that Ctrl-C reaches the supervisor alone; its
 * standard input stays open as long as the supervisor lives; its environment is empty. `onBeat` hears that its loop turns.
 */
export function startChild(spec: ChildSpec, onBeat: () => void): RunningChild {
  const log = openSync(join(spec.logFolder, `${spec.role}.log`), 'a', 0o600);
  const child = spawn(process.execPath, ['--no-warnings', ...spec.flags, spec.program ?? MAIN, spec.role], {
    detached: true,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', log],
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  child.stdin?.write(`${JSON.stringify(spec.handshake)}\n`);
  let trouble: ChildTrouble | null = null;
  const ended = new Promise<{ code: number | null; trouble: ChildTrouble | null }>(resolve => {
    child.once('error', () => resolve({ code: -1, trouble }));
    child.once('close', code => resolve({ code, trouble }));
  });
  const ready = new Promise<void>((resolve, reject) => {
    readReports(child, report => {
      if ('beat' in report) onBeat();
      else if ('ready' in report) resolve();
      else trouble = report;
    });
    void ended.then(() =>
      reject(
        new Error(
          trouble?.trouble ??
            `The ${spec.role} process stopped before it was ready. See ${join(spec.logFolder, `${spec.role}.log`)}.`,
        ),
      ),
    );
  });
  // Whoever waits for it hears of it; a restart nobody waits for must not end the supervisor.
  ready.catch(() => undefined);
  return {
    role: spec.role,
    pid: child.pid ?? 0,
    ready,
    ended,
    stop: () => stopChild(child, ended),
    kill: () => child.kill('SIGKILL'),
  };
}

type Report = { ready: true } | { beat: true } | ChildTrouble;

function readReports(child: ChildProcess, take: (report: Report) => void): void {
  if (child.stdout === null) return;
  createInterface({ input: child.stdout }).on('line', line => {
    try {
      take(JSON.parse(line) as Report);
    } catch {
      // Anything else a library prints is not for the supervisor.
    }
  });
}

async function stopChild(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
