import { setTimeout as sleep } from 'node:timers/promises';
import { type ChildSpec, type RunningChild, startChild } from './child.ts';
import { EXIT } from './handshake.ts';
import { type Patience, PATIENCE, type RoleTrouble, RoleWatch } from './role-watch.ts';

export type KeepParts = {
  readonly specs: readonly ChildSpec[];
  /** A role has a trouble that people must know of, another one, or none any more. */
  readonly onTrouble: (role: string, trouble: RoleTrouble | null) => void;
  readonly patience?: Patience;
  readonly checkEveryMs?: number;
};

const CHECK_EVERY_MS = 1_000;

/** The processes of the product, each kept up by itself: whatever becomes of one, the others go on. */
export class KeptRoles {
  readonly #parts: KeepParts;
  readonly #watches = new Map<string, RoleWatch>();
  readonly #children = new Map<string, RunningChild>();
  readonly #hung = new Set<RunningChild>();
  readonly #stopped = new AbortController();
  readonly #told = new Map<string, string | null>();
  readonly #timer: NodeJS.Timeout;

  constructor(parts: KeepParts) {
    this.#parts = parts;
    for (const spec of parts.specs) {
      this.#watches.set(spec.role, new RoleWatch(parts.patience ?? PATIENCE));
      void this.#keep(spec);
    }
    this.#timer = setInterval(() => this.#check(), parts.checkEveryMs ?? CHECK_EVERY_MS);
  }

  /** The process that has the role now; undefined between two. */
  child(role: string): RunningChild | undefined {
    return this.#children.get(role);
  }

  /** From now on nothing is started again. */
  release(): void {
    this.#stopped.abort();
    clearInterval(this.#timer);
  }

  async stop(roles: readonly string[]): Promise<void> {
    this.release();
    await Promise.all(roles.map(async role => this.#children.get(role)?.stop()));
  }

  async #keep(spec: ChildSpec): Promise<void> {
    const watch = this.#watchOf(spec.role);
    while (!this.#stopped.signal.aborted) {
      const child = startChild(spec, () => watch.beat());
      watch.started();
      this.#children.set(spec.role, child);
      child.ready.then(
        () => watch.serves(Date.now()),
        () => undefined,
      );
      const { code, trouble } = await child.ended;
      if (this.#stopped.signal.aborted) return;
      this.#children.delete(spec.role);
      const reason = this.#hung.delete(child)
        ? `The ${spec.role} process did not answer and was replaced.`
        : (trouble?.trouble ?? `The ${spec.role} process keeps stopping. See ${spec.logFolder}.`);
      const pauseMs = watch.ended(Date.now(), { reason, refused: code === EXIT.refused });
      this.#tell(spec.role);
      await sleep(pauseMs, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
    }
  }

  #check(): void {
    for (const [role, child] of this.#children) {
      if (this.#watchOf(role).check(Date.now()) === 'hung') {
        this.#hung.add(child);
        child.kill();
      }
      this.#tell(role);
    }
  }

  #tell(role: string): void {
    const { trouble } = this.#watchOf(role);
    const reason = trouble?.reason ?? null;
    if ((this.#told.get(role) ?? null) === reason) return;
    this.#told.set(role, reason);
    this.#parts.onTrouble(role, trouble);
  }

  #watchOf(role: string): RoleWatch {
    const watch = this.#watches.get(role);
    if (watch === undefined) throw new Error(`there is no role ${role}`);
    return watch;
  }
}
