import { basename, dirname } from 'node:path';
import { type Disk, type DiskFile, type DiskFolder, readOrNull } from '#adapters/files/disk.ts';

/**
 * A disk in memory that keeps only what was synced. A process sees every change at once, as through a page cache; after a
 * power cut, what was not fsynced may be there or not, each change by itself:
 *
 * - bytes written to a file since its last fsync are there, cut short, zeroed (size recorded, data not) or missing;
 * - a name made, moved or removed in a folder since that folder's last fsync is there or not. A rename is one change.
 *
 * `crashStates` lists the disks that a power cut at this moment can leave.
 */
export class CrashingDisk implements Disk {
  /** Called before every operation, by name: where a test cuts the power, or throws to make it fail. */
  before: (operation: Operation, path: string) => void = () => undefined;
  /** Called after every operation that succeeded; what it throws fails an operation whose work was done all the same. */
  after: (operation: Operation, path: string) => void = () => undefined;
  /** True for an fsync that does nothing: what the code would be without that call. */
  ignoresSync: (operation: 'sync' | 'syncFolder', path: string) => boolean = () => false;
  private live: Tree;
  private synced: Tree;
  private pending: Change[] = [];

  constructor(tree: Tree = newTree()) {
    this.live = tree;
    this.synced = tree;
  }

  /** The same disk for a process started after another was killed: the page cache lives on. */
  fork(): CrashingDisk {
    const copy = new CrashingDisk();
    copy.live = this.live;
    copy.synced = this.synced;
    copy.pending = [...this.pending];
    copy.ignoresSync = this.ignoresSync;
    return copy;
  }

  /**
   * Everything kept, everything lost, each change lost alone, each kept alone, each write damaged alone, and beyond that
   * `sampled` mixtures chosen by `random` (0 to 1). Equal disks are listed once.
   */
  crashStates(sampled = 0, random: () => number = Math.random): CrashingDisk[] {
    const all = this.pending.map((): Fate => 'kept');
    const none = this.pending.map((): Fate => 'lost');
    const plans: Fate[][] = [all, none];
    for (const [i, change] of this.pending.entries()) {
      plans.push(all.with(i, 'lost'), none.with(i, 'kept'));
      if (change.kind === 'write') plans.push(all.with(i, 'cut'), all.with(i, 'zeroed'));
    }
    for (let n = 0; n < sampled; n += 1)
      plans.push(all.map(() => FATES[Math.floor(random() * FATES.length)] ?? 'kept'));
    const seen = new Map(
      plans.map(plan => this.cutPower(plan)).map(disk => [disk.fingerprint(), disk] as const),
    );
    return [...seen.values()];
  }

  /** What a process finds on the disk, as one text: equal for equal disks. */
  fingerprint(): string {
    const lines: string[] = [];
    const walk = (id: number, path: string) => {
      const node = nodeOf(this.live, id);
      if (node.kind === 'file') lines.push(`${path} ${node.bytes.toString('base64')}`);
      else for (const [name, child] of node.names) walk(child, `${path}/${name}`);
    };
    walk(ROOT, '');
    return lines.toSorted().join('\n');
  }

  private cutPower(plan: readonly Fate[]): CrashingDisk {
    let tree = this.synced;
    for (const [i, change] of this.pending.entries()) tree = applyChange(tree, change, plan[i] ?? 'kept');
    return new CrashingDisk(tree);
  }

  private change(change: Change): void {
    this.live = applyChange(this.live, change, 'kept');
    this.pending.push(change);
  }

  private async act<T>(operation: Operation, path: string, work: () => T): Promise<T> {
    // Lets others go on in between, as a real disk does.
    await Promise.resolve();
    this.before(operation, path);
    const result = work();
    this.after(operation, path);
    return result;
  }

  createFile(path: string): Promise<DiskFile> {
    return this.act('create', path, () => {
      const file = this.live.next;
      this.change({
        kind: 'names',
        made: { kind: 'file', bytes: Buffer.alloc(0) },
        steps: [this.stepTo(path, file, 'new')],
      });
      return {
        write: bytes =>
          this.act('write', path, () => this.change({ kind: 'write', file, bytes: Buffer.from(bytes) })),
        sync: () =>
          this.act('sync', path, () => {
            if (!this.ignoresSync('sync', path)) this.syncFile(file);
          }),
        close: () => this.act('close', path, () => undefined),
      };
    });
  }

  openFolder(path: string): Promise<DiskFolder> {
    return this.act('open', path, () => {
      const folder = this.find(path);
      if (nodeOf(this.live, folder).kind !== 'folder') throw codeError('ENOTDIR', path);
      return {
        sync: () =>
          this.act('syncFolder', path, () => {
            if (!this.ignoresSync('syncFolder', path)) this.syncNames(folder);
          }),
        close: () => this.act('close', path, () => undefined),
      };
    });
  }

  makeFolder(path: string): Promise<void> {
    return this.act('mkdir', path, () => {
      if (path === '/') throw codeError('EEXIST', path);
      const step = this.stepTo(path, this.live.next, 'new');
      this.change({ kind: 'names', made: { kind: 'folder', names: new Map() }, steps: [step] });
    });
  }

  removeFolder(path: string): Promise<void> {
    return this.act('rmdir', path, () => {
      if (this.namesOf(path).size > 0) throw codeError('ENOTEMPTY', path);
      this.change({ kind: 'names', made: null, steps: [this.stepTo(path, null)] });
    });
  }

  link(from: string, to: string): Promise<void> {
    return this.act('link', to, () =>
      this.change({ kind: 'names', made: null, steps: [this.stepTo(to, this.find(from), 'new')] }),
    );
  }

  rename(from: string, to: string): Promise<void> {
    return this.act('rename', to, () => {
      const steps = [this.stepTo(to, this.find(from)), this.stepTo(from, null)];
      this.change({ kind: 'names', made: null, steps });
    });
  }

  unlink(path: string): Promise<void> {
    return this.act('unlink', path, () => {
      this.find(path);
      this.change({ kind: 'names', made: null, steps: [this.stepTo(path, null)] });
    });
  }

  readFile(path: string): Promise<Buffer> {
    return this.act('read', path, () => {
      const node = nodeOf(this.live, this.find(path));
      if (node.kind !== 'file') throw codeError('EISDIR', path);
      return Buffer.from(node.bytes);
    });
  }

  async readInto(path: string, into: Uint8Array): Promise<number | null> {
    const bytes = await readOrNull(this, path);
    if (bytes !== null && bytes.length <= into.length) into.set(bytes);
    return bytes?.length ?? null;
  }

  async sizeOf(path: string): Promise<number | null> {
    return (await readOrNull(this, path))?.length ?? null;
  }

  list(path: string): Promise<string[]> {
    return this.act('list', path, () => [...this.namesOf(path).keys()]);
  }

  /** Overwrites what is on the disk behind everybody's back: rot, or a hand. Null removes the file. */
  damage(path: string, change: (bytes: Buffer) => Buffer | null): void {
    const id = this.find(path);
    const node = nodeOf(this.live, id);
    const bytes = node.kind === 'file' ? change(Buffer.from(node.bytes)) : null;
    const edit = (tree: Tree): Tree => {
      if (bytes !== null) return withNode(tree, id, { kind: 'file', bytes });
      return applyStep(tree, this.stepTo(path, null));
    };
    this.live = edit(this.live);
    this.synced = edit(this.synced);
  }

  /** The bytes of a file as a process sees them now, without being an operation. */
  peek(path: string): Buffer | null {
    try {
      const node = nodeOf(this.live, this.find(path));
      return node.kind === 'file' ? node.bytes : null;
    } catch {
      return null;
    }
  }

  /** All files, by path. */
  files(): string[] {
    return this.fingerprint()
      .split('\n')
      .map(line => line.slice(0, line.indexOf(' ')))
      .filter(path => path !== '');
  }

  private syncFile(file: number): void {
    for (const change of this.pending.filter(one => one.kind === 'write' && one.file === file))
      this.synced = applyChange(this.synced, change, 'kept');
    this.pending = this.pending.filter(change => change.kind !== 'write' || change.file !== file);
  }

  /**
   * Names become durable in the order in which they were changed. Of a move between two folders, syncing the new place
   * keeps the new name; the old one may come back until its own folder is synced.
   */
  private syncNames(folder: number): void {
    const left: Change[] = [];
    for (const change of this.pending) {
      if (change.kind === 'write' || !change.steps.some(step => step.folder === folder)) {
        left.push(change);
        continue;
      }
      const removed = change.steps.some(step => step.folder === folder && step.target === null);
      const now = change.steps.filter(step => removed || step.folder === folder);
      this.synced = applyChange(this.synced, { ...change, steps: now }, 'kept');
      const later = change.steps.filter(step => !now.includes(step));
      if (later.length > 0) left.push({ kind: 'names', made: null, steps: later });
    }
    this.pending = left;
  }

  private stepTo(path: string, target: number | null, rule: 'new' | 'any' = 'any'): Step {
    const folder = this.find(dirname(path));
    const node = nodeOf(this.live, folder);
    if (node.kind !== 'folder') throw codeError('ENOTDIR', path);
    if (rule === 'new' && node.names.has(basename(path))) throw codeError('EEXIST', path);
    return { folder, name: basename(path), target };
  }

  private find(path: string): number {
    let id = ROOT;
    for (const name of path.split('/').filter(part => part !== '')) {
      const node = nodeOf(this.live, id);
      const child = node.kind === 'folder' ? node.names.get(name) : undefined;
      if (child === undefined) throw codeError('ENOENT', path);
      id = child;
    }
    return id;
  }

  private namesOf(path: string): ReadonlyMap<string, number> {
    const node = nodeOf(this.live, this.find(path));
    if (node.kind !== 'folder') throw codeError('ENOTDIR', path);
    return node.names;
  }
}

export type Operation =
  | 'create'
  | 'write'
  | 'sync'
  | 'close'
  | 'open'
  | 'syncFolder'
  | 'mkdir'
  | 'rmdir'
  | 'link'
  | 'rename'
  | 'unlink'
  | 'read'
  | 'list';

const ROOT = 0;
const FATES = ['kept', 'lost', 'cut', 'zeroed'] as const;
type Fate = (typeof FATES)[number];

type Node =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | { readonly kind: 'folder'; readonly names: ReadonlyMap<string, number> };

/** Never changed in place: a state of the disk can be kept by keeping its tree. */
type Tree = { readonly nodes: ReadonlyMap<number, Node>; readonly next: number };

type Step = { readonly folder: number; readonly name: string; readonly target: number | null };

/** `made` is the file or folder that a change brings into being, under the number that its tree counts next. */
type Change =
  | { readonly kind: 'write'; readonly file: number; readonly bytes: Buffer }
  | { readonly kind: 'names'; readonly made: Node | null; readonly steps: readonly Step[] };

function newTree(): Tree {
  return { nodes: new Map([[ROOT, { kind: 'folder', names: new Map() }]]), next: 1 };
}

function nodeOf(tree: Tree, id: number): Node {
  return tree.nodes.get(id) ?? { kind: 'file', bytes: Buffer.alloc(0) };
}

function withNode(tree: Tree, id: number, node: Node): Tree {
  return { nodes: new Map(tree.nodes).set(id, node), next: Math.max(tree.next, id + 1) };
}

function applyChange(tree: Tree, change: Change, fate: Fate): Tree {
  if (change.kind === 'write') return applyWrite(tree, change.file, damaged(change.bytes, fate));
  const target = change.steps[0]?.target ?? null;
  // Its bytes or names may already have been synced; a name for it then finds them.
  const known = change.made === null || target === null || tree.nodes.has(target);
  const made = known || change.made === null ? tree : withNode(tree, target ?? 0, change.made);
  return fate === 'kept' ? change.steps.reduce(applyStep, made) : made;
}

function applyWrite(tree: Tree, file: number, bytes: Buffer): Tree {
  const node = nodeOf(tree, file);
  const before = node.kind === 'file' ? node.bytes : Buffer.alloc(0);
  return withNode(tree, file, { kind: 'file', bytes: Buffer.concat([before, bytes]) });
}

function damaged(bytes: Buffer, fate: Fate): Buffer {
  if (fate === 'lost') return Buffer.alloc(0);
  if (fate === 'cut') return bytes.subarray(0, Math.floor(bytes.length / 2));
  return fate === 'zeroed' ? Buffer.alloc(bytes.length) : bytes;
}

function applyStep(tree: Tree, { folder, name, target }: Step): Tree {
  const node = nodeOf(tree, folder);
  const names = new Map(node.kind === 'folder' ? node.names : []);
  if (target === null) names.delete(name);
  else names.set(name, target);
  return withNode(tree, folder, { kind: 'folder', names });
}

function codeError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
