import type { EmbeddedServer } from '#adapters/postgres/embedded-server.ts';
import { asOwner, DATABASE } from './installation.ts';
import type { RoleTrouble } from './role-watch.ts';

/** What it means to people that a role does not serve. */
const STOPPED: Readonly<Record<string, string>> = {
  sequencer: 'Sealing has stopped. Hand-ins are still taken and wait to be sealed.',
  worker: 'Sealing and reading have stopped. Hand-ins are still taken and wait to be sealed.',
  public: 'The public door does not answer.',
  police: 'The police desk does not answer.',
  demo: 'The first page does not answer.',
};

/** Tells the terminal at once of a role that does not serve, and the police desk by way of the database. */
export class TroubleNotices {
  readonly #server: EmbeddedServer;
  readonly #say: (sentence: string) => void;
  readonly #standing = new Map<string, RoleTrouble>();
  #isOpen = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(server: EmbeddedServer, say: (sentence: string) => void) {
    this.#server = server;
    this.#say = say;
  }

  /** What a killed supervisor left standing is not true of the processes that start now. */
  async forgetAll(): Promise<void> {
    await asOwner(this.#server, DATABASE, client => client.query('delete from handover.process_troubles'));
  }

  note(role: string, trouble: RoleTrouble | null): void {
    if (trouble === null) this.#standing.delete(role);
    else this.#standing.set(role, trouble);
    if (this.#isOpen)
      this.#say(trouble === null ? `The ${role} process serves again.` : sentenceOf(role, trouble));
    // In the order in which they happened; a database that is away must not keep a role from being started again.
    this.#writing = this.#writing.then(() => this.#write(role, trouble)).catch(() => undefined);
  }

  /** Everything was started: from now on each trouble is said at once, and what stands already is said now. */
  open(): void {
    this.#isOpen = true;
    for (const sentence of this.sentences()) this.#say(sentence);
  }

  sentences(): string[] {
    return [...this.#standing].map(([role, trouble]) => sentenceOf(role, trouble));
  }

  written(): Promise<void> {
    return this.#writing;
  }

  async #write(role: string, trouble: RoleTrouble | null): Promise<void> {
    await asOwner(this.#server, DATABASE, async client => {
      await client.query('delete from handover.process_troubles where role = $1', [role]);
      if (trouble === null) return;
      await client.query('insert into handover.process_troubles (role, since, reason) values ($1, $2, $3)', [
        role,
        new Date(trouble.sinceMs),
        trouble.reason,
      ]);
    });
  }
}

function sentenceOf(role: string, { reason }: RoleTrouble): string {
  return `${STOPPED[role] ?? `The ${role} process does not serve.`} ${reason}`;
}
