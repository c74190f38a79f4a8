import type { LogEntry } from '#web/guards/index.ts';

/** Writes one line of the running log, as JSON, to standard error: the supervisor keeps it in the data folder. */
export function logLine(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
}
