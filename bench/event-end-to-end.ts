import type pg from 'pg';
import { createEventSealer } from '#adapters/age/index.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { appendEvent } from '#adapters/postgres/event-chain.ts';
import { AT_COMMAND_LINE, encodeEvent, eventCommitment } from '#portable/continuity/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { createHash, randomBytes } from 'node:crypto';
import { openReceiptDesk } from './end-to-end/receipt-desk.ts';
import { type RunningLog, startLog } from './end-to-end/running-log.ts';

/**
 * From the start of the transaction that appends an event to the moment when a published checkpoint covers it and its
 * inclusion proof was made and checked; beside the same rows committed in a database of the same server that has no log.
 * BENCH_EVENTS: events of one round at 1,024 in flight, 8192 when not set. BENCH_ROUNDS: rounds, 3 when not set.
 * BENCH_CONNECTIONS: connections of either side, 32 when not set.
 */
export const name =
  'An event from its transaction to its proof, beside the same rows committed without a log';

const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 8192);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const CONNECTIONS = Number(process.env['BENCH_CONNECTIONS'] ?? 32);
const MANY = 1024;
const FEW = 64;
const FEW_EVENTS = Math.min(EVENTS, 4096);
const AT = new Date('2026-11-23T20:31:01.000Z');

type Act = (submission: Buffer) => Promise<void>;

function facts(submission: Buffer) {
  return { item: toHex(submission), content: createHash('sha256').update(submission).digest('hex') };
}

/** What the product does: the event in its chain, in a transaction of its own, then the wait for its proof. */
function logged(log: RunningLog, desk: Awaited<ReturnType<typeof openReceiptDesk>>): Act {
  const tables = openTables(log.pool);
  const sealer = createEventSealer([log.evidenceRecipient]);
  return async submission => {
    const { commitment } = await tables.transaction().execute(trx =>
      appendEvent(
        trx,
        {
          type: 'submission-received',
          actor: AT_COMMAND_LINE,
          submissionId: submission,
          at: AT,
          facts: facts(submission),
          key: `submission-received ${toHex(submission)}`,
        },
        sealer,
      ),
    );
    await desk.logged(commitment);
  };
}

type Row = { id: Buffer; body: Buffer; salt: Buffer; commitment: Buffer };

/** The same rows, made before the clock starts. */
function rowOf(submission: Buffer): Row {
  const [id, salt] = [randomBytes(16), randomBytes(32)];
  const body = encodeEvent({
    v: 1,
    id: toHex(id),
    type: 'submission-received',
    at: AT.toISOString(),
    actor: AT_COMMAND_LINE,
    submission: { id: toHex(submission), n: 1, previous: null },
    case: null,
    facts: facts(submission),
  });
  return { id, body: Buffer.from(body), salt, commitment: Buffer.from(eventCommitment(salt, body)) };
}

const INSERT_EVENT = `insert into handover.events
  (id, type, at, actor_kind, actor_id, submission_id, submission_n, body, salt, commitment, idempotency)
  values ($1, 'submission-received', $2, '${AT_COMMAND_LINE.kind}', '${AT_COMMAND_LINE.id}', $3, 1, $4, $5, $6, $7)`;

/** As large as the sealed copy that the product keeps of such an event until it is in a batch. */
const SEALED = randomBytes(1900);

function committed(pool: pg.Pool, rows: ReadonlyMap<Buffer, Row>): Act {
  return async submission => {
    const row = rows.get(submission);
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(INSERT_EVENT, [
        row?.id,
        AT,
        submission,
        row?.body,
        row?.salt,
        row?.commitment,
        `submission-received ${toHex(submission)}`,
      ]);
      await client.query('insert into handover.log_entries (commitment, sealed) values ($1, $2)', [
        row?.commitment,
        SEALED,
      ]);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
}

/** Keeps so many acts in flight until all are done; how many a second, and how long each took in milliseconds. */
async function flow(act: Act, submissions: readonly Buffer[], inFlight: number) {
  const took: number[] = [];
  const rest = submissions[Symbol.iterator]();
  const started = performance.now();
  const line = async () => {
    for (const submission of rest) {
      const began = performance.now();
      await act(submission);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, line));
  const perSecond = (submissions.length / (performance.now() - started)) * 1000;
  took.sort((a, b) => a - b);
  return { perSecond, p50: took[took.length >> 1] ?? 0, p99: took[Math.floor(took.length * 0.99)] ?? 0 };
}

type Figures = Awaited<ReturnType<typeof flow>>;

function median(runs: readonly Figures[], what: keyof Figures): number {
  return runs.map(one => one[what]).toSorted((a, b) => a - b)[runs.length >> 1] ?? Number.NaN;
}

async function measure(log: RunningLog) {
  const desk = await openReceiptDesk(log);
  const rows = new Map(log.submissions.map(submission => [submission, rowOf(submission)]));
  const [ours, plain] = [logged(log, desk), committed(log.plainPool, rows)];
  const [many, peer, few]: [Figures[], Figures[], Figures[]] = [[], [], []];
  let used = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [some, others] = [
      log.submissions.slice(used, used + EVENTS),
      log.submissions.slice(used + EVENTS, used + EVENTS + FEW_EVENTS),
    ];
    used += EVENTS + FEW_EVENTS;
    peer.push(await flow(plain, some, MANY));
    many.push(await flow(ours, some, MANY));
    few.push(await flow(ours, others, FEW));
  }
  await desk.close();
  return { many, peer, few };
}

/** Both in turn, so that a busy moment of the machine meets both. */
export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const log = await startLog(ROUNDS * (EVENTS + FEW_EVENTS), CONNECTIONS);
  try {
    const { many, peer, few } = await measure(log);
    const [ours, plain] = [median(many, 'perSecond'), median(peer, 'perSecond')];
    return {
      rows: [
        { name: `events logged and proven, ${MANY} in flight`, value: ours, unit: 'a second' },
        { name: 'the same rows committed, no log', value: plain, unit: 'a second' },
        { name: 'events beside plain commits', value: ours / plain, unit: 'times' },
        { name: `99th percentile, ${MANY} in flight`, value: median(many, 'p99'), unit: 'ms' },
        {
          name: `events logged and proven, ${FEW} in flight`,
          value: median(few, 'perSecond'),
          unit: 'a second',
        },
        { name: `median, ${FEW} in flight`, value: median(few, 'p50'), unit: 'ms' },
        { name: `99th percentile, ${FEW} in flight`, value: median(few, 'p99'), unit: 'ms' },
      ],
      notes: [
        `${EVENTS} events a round at ${MANY} in flight, ${FEW_EVENTS} at ${FEW}; ${ROUNDS} rounds, both sides in turn; ${CONNECTIONS} connections.`,
        'Each event is in a transaction and a chain of its own. PostgreSQL waits for the disk at every commit; so does the log.',
        'Every event has its inclusion proof under the published checkpoint made and checked before it counts.',
        'The plain rows are made before the clock starts and go in with two statements and a commit.',
      ],
    };
  } finally {
    await log.stop();
  }
}
