import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  PostgresDriver,
  type Transaction,
} from 'kysely';
import type pg from 'pg';

const NOTICE = CompiledQuery.raw(`select pg_notify('handover_events', '')`);

/** The connections whose transaction has put an event in the outbox. */
const owing = new WeakSet<DatabaseConnection>();

/**
 * Has the sequencer told that entries wait, once this transaction is committed. PostgreSQL lets transactions that notify
 * commit only one after the other, each with its own wait for the disk: so the notice is a transaction of its own, which
 * waits for nothing. If it is lost with the process, the sequencer finds the entry when it next looks by itself.
 */
export async function noticeAfterCommit<T>(trx: Transaction<T>): Promise<void> {
  await trx.getExecutor().provideConnection(async connection => void owing.add(connection));
}

class NoticeDriver extends PostgresDriver {
  #last: Promise<unknown> = Promise.resolve();
  #isNextWaiting = false;

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    if (owing.delete(connection)) await this.#notice(connection);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    owing.delete(connection);
    await super.rollbackTransaction(connection);
  }

  /** One at a time: whoever commits while another waits its turn is told of by that one. */
  async #notice(connection: DatabaseConnection): Promise<void> {
    if (this.#isNextWaiting) return;
    this.#isNextWaiting = true;
    await this.#last;
    this.#isNextWaiting = false;
    // What was committed stays committed: a notice that fails is one that is lost.
    this.#last = connection.executeQuery(NOTICE).catch(() => undefined);
    await this.#last;
  }
}

/** PostgreSQL as Kysely speaks it, with the notices of `noticeAfterCommit`. */
export class NoticeDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): PostgresDriver {
    return new NoticeDriver({ pool: this.#pool });
  }
}
