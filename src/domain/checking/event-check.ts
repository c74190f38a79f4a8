import { equalBytes, toHex } from '#portable/bytes/index.ts';
import { type ContinuityEvent, decodeEvent, eventCommitment } from '#portable/continuity/index.ts';
import type { Check, Fault } from './check.ts';
import { CHECK_TITLES } from './titles.ts';
import { makerFaults } from './event-makers.ts';
import type { EventRow, RecordPages } from './ports.ts';

const EVENTS_A_SLICE = 512;

type Found = Omit<Fault, 'check'>;

/** Every event: its bytes are an event, its commitment is that of its bytes and salt, its columns say what its bytes say, it is of an actor and under a key that are its own, and the outbox names it. */
export function eventCheck(pages: RecordPages): Check {
  return {
    id: 'events',
    ...CHECK_TITLES.events,
    async slice(from) {
      const rows = await pages.events(from ?? '', EVENTS_A_SLICE);
      const faults: Found[] = [];
      for (const row of rows) {
        const where = `event ${toHex(row.id)}`;
        for (const what of faultsOfRow(row)) faults.push({ where, what });
      }
      const last = rows.at(-1);
      const next = last !== undefined && rows.length === EVENTS_A_SLICE ? toHex(last.id) : null;
      return { next, seen: rows.length, faults };
    },
  };
}

function faultsOfRow(row: EventRow): string[] {
  const faults: string[] = [];
  if (row.salt.length !== 32 || !equalBytes(eventCommitment(row.salt, row.body), row.commitment))
    faults.push('Its commitment is not that of its bytes and salt: one of them was changed.');
  if (row.outbox === null) faults.push('The outbox does not name it: it would never be logged.');
  const decoded = decodeEvent(row.body);
  if (!decoded.ok) return [...faults, `Its bytes are no event. ${decoded.reason}`];
  faults.push(...makerFaults(decoded.event, row.key));
  const columns = columnsThatDiffer(row, decoded.event);
  return columns.length === 0
    ? faults
    : [...faults, `These columns do not say what its bytes say: ${columns.join(', ')}.`];
}

function columnsThatDiffer(row: EventRow, event: ContinuityEvent): string[] {
  const idOf = (bytes: Uint8Array | null) => (bytes === null ? null : toHex(bytes));
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['id', toHex(row.id), event.id],
    ['type', row.type, event.type],
    ['at', row.at.toISOString(), event.at],
    ['actor', `${row.actorKind} ${row.actorId}`, `${event.actor.kind} ${event.actor.id}`],
    ['submission', idOf(row.submissionId), event.submission?.id ?? null],
    ['number in the submission', row.submissionN, event.submission?.n ?? null],
    ['case', idOf(row.caseId), event.case?.id ?? null],
    ['number in the case', row.caseN, event.case?.n ?? null],
  ];
  return pairs.filter(([, column, said]) => column !== said).map(([name]) => name);
}
