import type { AuditEntry } from '#domain/accounts/index.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import type { Answer, Visit } from '../visit.ts';
import { auditFile } from './audit-file.ts';
import { auditPage, ROWS_ON_A_PAGE } from './audit-page.ts';
import { auditQuery, filterOf, queryWords } from './audit-query.ts';

const ROWS_FETCHED_AT_ONCE = 2_000;
const MOST_ROWS_IN_A_FILE = 50_000;

/** Who looked at what, or was refused. It names things and never shows what they hold. */
export function auditRoutes(wall: PoliceWall): void {
  const thing = () => ({ thing: { kind: 'audit-trail', id: 'all' } as const, value: true as const });
  policeRoute(wall, {
    method: 'GET',
    path: '/audit',
    action: 'see-audit',
    thing,
    detail: request => queryWords(auditQuery(request)),
    handler: showAudit,
  });
  policeRoute(wall, {
    method: 'GET',
    path: '/audit/export',
    action: 'export-audit',
    thing,
    detail: request => queryWords(auditQuery(request)),
    handler: exportAudit,
  });
}

async function showAudit(visit: Visit<true>): Promise<Answer> {
  const { audit } = visit.parts;
  const query = auditQuery(visit.request);
  const [rows, count, people, newestRoot] = await Promise.all([
    audit.page(filterOf(query), query.after, ROWS_ON_A_PAGE + 1),
    audit.count(filterOf(query)),
    audit.people(),
    audit.newestRoot(),
  ]);
  const entries = rows.slice(0, ROWS_ON_A_PAGE);
  const hasMore = rows.length > ROWS_ON_A_PAGE;
  return { page: auditPage(visit, { query, entries, hasMore, count, people, newestRoot }) };
}

async function exportAudit(visit: Visit<true>): Promise<Answer> {
  const { parts, session, now } = visit;
  const query = auditQuery(visit.request);
  const entries: AuditEntry[] = [];
  for (let hasMore = true; hasMore && entries.length <= MOST_ROWS_IN_A_FILE;) {
    const rows = await parts.audit.page(filterOf(query), entries.at(-1) ?? null, ROWS_FETCHED_AT_ONCE);
    entries.push(...rows);
    hasMore = rows.length === ROWS_FETCHED_AT_ONCE;
  }
  const head = {
    force: parts.settings.forceName,
    query: queryWords(query),
    madeAt: now,
    madeBy: session.officer.id,
    isCut: entries.length > MOST_ROWS_IN_A_FILE,
  };
  const body = auditFile(head, entries.slice(0, MOST_ROWS_IN_A_FILE));
  const saveAs = `audit-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}.csv`;
  return { raw: { type: 'text/csv; charset=utf-8', body, saveAs } };
}
