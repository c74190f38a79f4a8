import type { FastifyRequest } from 'fastify';
import { actionsOfKind, STATUTORY_KINDS } from '#domain/accounts/index.ts';
import type { AuditEntry, AuditFilter, AuditPlace, StatutoryKind } from '#domain/accounts/index.ts';
import { isCalendarDay } from '#domain/conversations/index.ts';
import { startOfLondonDay } from '../london.ts';
import { parameter } from '../visit.ts';
import { writtenDate } from '../written-time.ts';

/** What the auditor asks for, in the address's own words; empty is anything. Days are `YYYY-MM-DD` of the desk. */
export type AuditQuery = {
  readonly officer: string;
  readonly submission: string;
  readonly kind: StatutoryKind | '';
  readonly from: string;
  readonly until: string;
  readonly after: AuditPlace | null;
};

export function auditQuery(request: FastifyRequest): AuditQuery {
  const kind = parameter(request, 'kind');
  const day = (name: string): string => {
    const text = parameter(request, name);
    return isCalendarDay(text) ? text : '';
  };
  return {
    officer: parameter(request, 'officer').slice(0, 100),
    submission: parameter(request, 'submission').trim().toUpperCase().slice(0, 20),
    kind: STATUTORY_KINDS.find(known => known === kind) ?? '',
    from: day('from'),
    until: day('until'),
    after: placeOf(parameter(request, 'after')),
  };
}

/** The query as the trail understands it. */
export function filterOf({ officer, submission, kind, from, until }: AuditQuery): AuditFilter {
  return {
    officerId: officer || null,
    submission: submission || null,
    actions: kind === '' ? null : actionsOfKind(kind),
    from: from === '' ? null : startOfDay(from, 0),
    until: until === '' ? null : startOfDay(until, 1),
  };
}

/** Noon is on the right day whatever the clock of the desk does that night. */
function startOfDay(day: string, later: number): Date {
  return startOfLondonDay(new Date(Date.parse(`${day}T12:00:00Z`) + later * 86_400_000));
}

const ROW_LETTERS = { act: 'a', view: 'v' } as const;

function placeOf(text: string): AuditPlace | null {
  const parts = /^(\d{13})([av])(\d{1,18})$/.exec(text);
  if (parts === null) return null;
  return {
    firstAt: new Date(Number(parts[1])),
    rowKind: parts[2] === 'a' ? 'act' : 'view',
    id: parts[3] ?? '0',
  };
}

/** The address of the list, or of its file, with this query; after a row, when one is given. */
export function auditAddress(
  path: '/audit' | '/audit/export',
  { officer, submission, kind, from, until }: AuditQuery,
  after: AuditEntry | null = null,
): string {
  const named = Object.entries({ officer, submission, kind, from, until }).filter(
    ([, value]) => value !== '',
  );
  const parts = new URLSearchParams(named);
  if (after !== null)
    parts.set('after', `${after.firstAt.getTime()}${ROW_LETTERS[after.rowKind]}${after.id}`);
  const text = parts.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The query in words, as the audit row, the page and the file say it. */
export function queryWords({ officer, submission, kind, from, until }: AuditQuery): string {
  const parts = [
    officer !== '' && `by ${officer}`,
    submission !== '' && `about ${submission}`,
    kind !== '' && `of the kind ${kind}`,
    from !== '' && `from ${writtenDate(from)}`,
    until !== '' && `to ${writtenDate(until)}`,
  ].filter(part => part !== false);
  return parts.length === 0 ? 'every row' : `rows ${parts.join(', ')}`;
}
