import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Prints one line for each step of the start, with seconds and the megabytes it put on disk. */
export type Steps = {
  run<T>(title: string, folder: string | null, work: () => Promise<T>): Promise<T>;
  /** A line in between. */
  say(line: string): void;
};

export function createSteps(print: (line: string) => void): Steps {
  return {
    say: print,
    async run(title, folder, work) {
      const started = Date.now();
      const before = folder === null ? 0 : sizeOf(folder);
      const result = await work();
      const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
      const grown = folder === null ? 0 : Math.max(0, sizeOf(folder) - before);
      print(`  ${title.padEnd(44)} ${seconds} s ${(grown / 1_000_000).toFixed(1).padStart(7)} MB`);
      return result;
    },
  };
}

/** Bytes below a folder; 0 when it is not there. */
export function sizeOf(folder: string): number {
  let total = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile())
        total += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    return total;
  }
  return total;
}
