import { createInterface } from 'node:readline';

/** Why a child could not start or had to stop; the supervisor turns each into a sentence. */
export type ChildTrouble = { readonly trouble: string; readonly fatal: boolean };

const BEAT_EVERY_MS = 1000;

/** Exit codes of child processes that the supervisor acts on. */
export const EXIT = { stopped: 0, failed: 1, recoverable: 70, refused: 71 } as const;

/**
 * What a child is told by the supervisor: one JSON line on standard input. Secrets travel here and not in the
 * environment or the command line, which other programs can read. The input then stays open; when it ends, the
 * supervisor is gone, however it ended, and the child stops too. From now on the child's loop is heard to turn.
 */
export async function receiveHandshake<T>(onSupervisorGone: () => void): Promise<T> {
  process.stdout.on('error', () => undefined);
  setInterval(() => process.stdout.write('{"beat":true}\n'), BEAT_EVERY_MS).unref();
  const lines = createInterface({ input: process.stdin });
  return new Promise((resolve, reject) => {
    lines.once('line', line => resolve(JSON.parse(line) as T));
    lines.once('close', () => {
      reject(new Error('no handshake'));
      onSupervisorGone();
    });
  });
}

/** Tells the supervisor that this child serves. */
export function reportReady(): void {
  process.stdout.write('{"ready":true}\n');
}

/** Tells the supervisor, in a sentence without secrets or submitted words, why this child ends. */
export function reportTrouble(trouble: ChildTrouble): void {
  process.stdout.write(`${JSON.stringify(trouble)}\n`);
}

/** Runs `stop` once, on SIGTERM or when the supervisor is gone, and exits. Ctrl-C is for the supervisor. */
export function stopOnce(stop: () => Promise<void>): () => void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    void stop().finally(() => process.exit(EXIT.stopped));
    // A stop that hangs must not keep a process without its supervisor alive.
    setTimeout(() => process.exit(EXIT.failed), 8000).unref();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', () => undefined);
  return end;
}
