import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import {
  ADDITION_RECEIVED,
  ADDITION_SEALED,
  CONTACT_ASKED,
  CONTACT_DRAFTED,
  CONTACT_RELEASED,
  CONTACT_WITHHELD,
  type ContactEvent,
  type DeskAddition,
  type Engagement,
  isAdditionKind,
  questionsAfter,
} from '#domain/engagement/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import type { Tables } from '../tables.ts';
import { named } from './danger.ts';
import { hexOf, idOf } from './ids.ts';

const CONTACTS = [CONTACT_ASKED, CONTACT_DRAFTED, CONTACT_RELEASED, CONTACT_WITHHELD];
const TYPES = [...CONTACTS, ADDITION_RECEIVED, ADDITION_SEALED];
/** A submission takes 250 additions; questions are few. */
const MOST_EVENTS = 2_000;

/** What was asked, and what was added, since the hand-in of a submission (32 hex). */
export async function engagementOf(tables: Kysely<Tables>, submissionId: string): Promise<Engagement> {
  const id = idOf(submissionId);
  if (id === null) return { questions: [], additions: [], withdrawnAt: null };
  const [events, waiting, withdrawnAt] = [
    await eventsOf(tables, id),
    await notSealed(tables, id),
    await withdrawn(tables, id),
  ];
  const contacts = events.filter(({ type }) => CONTACTS.includes(type));
  const sealed = additionsIn(events);
  const known = new Set(sealed.map(addition => addition.id));
  const additions = [...sealed, ...waiting.filter(addition => !known.has(addition.id))];
  return { questions: questionsAfter(contacts), additions, withdrawnAt };
}

async function eventsOf(tables: Kysely<Tables>, id: Buffer): Promise<ContactEvent[]> {
  const rows = await tables
    .selectFrom('handover.events as e')
    .leftJoin('handover.officers as o', join =>
      join.onRef('o.id', '=', 'e.actor_id').on('e.actor_kind', '=', 'officer'),
    )
    .select(['e.id', 'e.type', 'e.at', 'e.actor_id', 'e.body', 'o.rank', 'o.name'])
    .where('e.submission_id', '=', id)
    .where('e.type', 'in', TYPES)
    .orderBy('e.submission_n')
    .limit(MOST_EVENTS)
    .execute();
  return rows.flatMap(row => {
    const decoded = decodeEvent(row.body);
    if (!decoded.ok) return [];
    const officer = named(row.actor_id, row.rank, row.name)?.title ?? row.actor_id;
    const { facts } = decoded.event;
    return [{ id: hexOf(row.id), type: row.type, at: row.at, officerId: row.actor_id, officer, facts }];
  });
}

/** Additions whose receiving is in the record, with their items. */
function additionsIn(events: readonly ContactEvent[]): DeskAddition[] {
  const items = new Map(
    events.flatMap(({ type, facts }) =>
      type === ADDITION_SEALED ? [[facts['addition'], facts['item']] as const] : [],
    ),
  );
  return events.flatMap(({ type, facts }) => {
    const { addition, kind, about, receivedAt } = facts;
    if (type !== ADDITION_RECEIVED || typeof addition !== 'string' || !isAdditionKind(kind)) return [];
    const item = items.get(addition);
    const isSealed = typeof item === 'string';
    return [
      {
        id: addition,
        kind,
        about: typeof about === 'string' ? about : null,
        receivedAt: new Date(typeof receivedAt === 'string' ? receivedAt : 0),
        item: isSealed ? item : null,
        state: isSealed ? ('sealed' as const) : ('refused' as const),
      },
    ];
  });
}

async function notSealed(tables: Kysely<Tables>, id: Buffer): Promise<DeskAddition[]> {
  const rows = await tables
    .selectFrom('handover.additions')
    .select(['id', 'kind', 'about', 'received_at', 'state'])
    .where('submission_id', '=', id)
    .where('state', '=', 'received')
    .orderBy('received_at')
    .execute();
  return rows.map(row => ({
    id: hexOf(row.id),
    kind: row.kind,
    about: row.about === null ? null : hexOf(row.about),
    receivedAt: row.received_at,
    item: null,
    state: row.state,
  }));
}

async function withdrawn(tables: Kysely<Tables>, id: Buffer): Promise<Date | null> {
  const { rows } = await sql<{
    at: Date | null;
  }>`select handover.contact_withdrawn_at(${id}) as at`.execute(tables);
  return rows[0]?.at ?? null;
}
