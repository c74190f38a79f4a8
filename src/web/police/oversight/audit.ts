import { ACTION_WORDS } from '#domain/accounts/index.ts';
import type { AuditEntry } from '#domain/accounts/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { label, pageHeading } from '#web/ui/police/index.ts';
import { timeElement } from '../london.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { pageFor, parameter } from '../visit.ts';
import type { Visit } from '../visit.ts';

const ROWS_ON_A_PAGE = 200;

/** Who looked at what, or was refused, newest first. It names things and never shows what they hold. */
export function auditRoute(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'GET',
    path: '/audit',
    action: 'see-audit',
    thing: () => ({ thing: { kind: 'audit-trail', id: 'all' }, value: true as const }),
    detail: request => `before ${parameter(request, 'before').slice(0, 20) || 'now'}`,
    async handler(visit) {
      const before = parameter(visit.request, 'before');
      const rows = await visit.parts.audit.recent(ROWS_ON_A_PAGE, /^\d{1,18}$/.test(before) ? before : null);
      return { page: auditPage(visit, rows) };
    },
  });
}

function auditPage(visit: Visit<true>, rows: readonly AuditEntry[]): Html {
  const last = rows.at(-1);
  return pageFor(visit, {
    title: 'Audit',
    section: 'audit',
    body: html`${pageHeading({
        title: 'Who looked at what',
        line: 'Every page opened and every act, and every refusal, newest first. Written before the page was shown. What the things hold is not shown here.',
      })}
      <div class="ho-scroll" tabindex="0" role="region" aria-label="Audit rows">
        <table class="ho-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Officer</th>
              <th scope="col">Asked to</th>
              <th scope="col">Of</th>
              <th scope="col">Which part</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(auditRow)}
          </tbody>
        </table>
      </div>
      ${rows.length === ROWS_ON_A_PAGE && last && html`<p class="ho-turn"><a href="/audit?before=${last.id}">Earlier</a></p>`}`,
  });
}

function auditRow({ at, officerId, action, thingKind, thingId, allowed, detail }: AuditEntry): Html {
  const words = Object.hasOwn(ACTION_WORDS, action)
    ? ACTION_WORDS[action as keyof typeof ACTION_WORDS]
    : action;
  return html`<tr>
    <td>${timeElement(at)}</td>
    <td>${isolated(officerId ?? 'nobody')}</td>
    <td>${words} ${!allowed && label('refused', 'danger')}</td>
    <td>${thingKind.replaceAll('-', ' ')} <code class="ho-code">${isolated(thingId)}</code></td>
    <td>${isolated(detail)}</td>
  </tr> `;
}
