import {
  closeSync,
  constants,
  fsync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { type Disk, nodeDisk } from './disk.ts';

const synced = promisify(fsync);

/**
 * The disk of this machine for a process that has nothing to do while it writes: the same promises as `nodeDisk`, and each
 * call but the wait for the disk is made at once, on the spot. A trip through the thread pool costs several times what
 * naming, renaming or writing a small file does, and a batch of the log makes dozens. Never for a process that serves
 * anybody meanwhile.
 */
export const loneDisk: Disk = {
  ...nodeDisk,
  createFile: path =>
    attempt(() => {
      const file = openSync(path, 'wx', 0o600);
      return {
        write: bytes => attempt(() => writeFileSync(file, bytes)),
        sync: () => synced(file),
        close: () => attempt(() => closeSync(file)),
      };
    }),
  openFolder: path =>
    attempt(() => {
      const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
      return { sync: () => synced(folder), close: () => attempt(() => closeSync(folder)) };
    }),
  makeFolder: path => attempt(() => mkdirSync(path, { mode: 0o700 })),
  removeFolder: path => attempt(() => rmdirSync(path)),
  link: (from, to) => attempt(() => linkSync(from, to)),
  rename: (from, to) => attempt(() => renameSync(from, to)),
  unlink: path => attempt(() => unlinkSync(path)),
  readFile: path => attempt(() => readFileSync(path)),
  list: path => attempt(() => readdirSync(path)),
};

/** What it throws is the promise's refusal, as with any other disk. */
async function attempt<T>(act: () => T): Promise<T> {
  return act();
}
