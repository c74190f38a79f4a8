import { actionsOfKind, ACTION_WORDS, KINDS_BY_EVENT, STATUTORY_KINDS } from '#domain/accounts/index.ts';
import type { AuditEntry, CoveringRoot } from '#domain/accounts/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { details } from '#web/ui/govuk/index.ts';
import { keyValues, label, pageHeading } from '#web/ui/police/index.ts';
import { londonClock, londonTime, timeElement } from '../london.ts';
import { picker } from '../picker.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { counted } from '../words.ts';
import { auditAddress, queryWords } from './audit-query.ts';
import type { AuditQuery } from './audit-query.ts';
import { actionWords, kindOf, purposeWords, seenWords } from './audit-words.ts';

export const ROWS_ON_A_PAGE = 100;
const MOST_COUNTED = 100_000;

export type AuditContent = {
  readonly query: AuditQuery;
  readonly entries: readonly AuditEntry[];
  readonly hasMore: boolean;
  readonly count: number;
  readonly people: readonly { readonly id: string; readonly title: string }[];
  readonly newestRoot: CoveringRoot | null;
};

/** The audit: what was looked at, why, how often, and which root of the log covers it. */
export function auditPage(visit: Visit<true>, content: AuditContent): Html {
  const { query, entries, count } = content;
  return pageFor(visit, {
    title: 'Audit',
    section: 'audit',
    printLine: `Audit, ${queryWords(query)}, printed ${londonTime(visit.now)}`,
    body: html`${pageHeading({
        title: 'Who looked at what',
        line: 'Every page opened, every act and every refusal, newest first, written before the page was shown. Looks at one thing for one purpose stand in one row for five minutes. What the things hold is not shown here.',
      })}
      ${rootWords(content.newestRoot)} ${kindsBlock()} ${filterForm(content)}
      <p class="ho-audit-count" role="status">
        ${counted(Math.min(count, MOST_COUNTED), 'row')}${count > MOST_COUNTED && ' and more'}.
        ${count > 0 ? 'Shown' : 'Asked for'}: ${isolated(queryWords(query))}.
        ${count > 0 && html`<a href="${auditAddress('/audit/export', query)}">Take them away as a CSV file</a>`}
      </p>
      ${entries.length === 0 ? emptyBlock(query) : rowsTable(content)} ${turning(content)}`,
  });
}

function rootWords(newest: CoveringRoot | null): Html {
  if (newest === null) {
    return html`<p>
      No minute’s root is in the log yet. The first is there a minute or two after the service was started.
    </p>`;
  }
  return html`<p>
    Each minute one root of these rows enters the log, also when there was no row. The newest there is of the
    minute from ${timeElement(newest.minute)}, log entry ${(newest.logIndex ?? 0).toLocaleString('en-GB')}.
  </p>`;
}

function kindsBlock(): Html {
  return details({
    summaryText: 'The six kinds of the Data Protection Act 2018, section 62',
    html: keyValues(
      STATUTORY_KINDS.map(kind => {
        const actions = actionsOfKind(kind).map(action => ACTION_WORDS[action]);
        const words = actions.length === 0 ? (KINDS_BY_EVENT[kind] ?? '') : `To ${actions.join('; to ')}.`;
        return { key: capital(kind), value: words };
      }),
    ),
  });
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function filterForm({ query, people }: AuditContent): Html {
  const officers = people.map(({ id, title }) => ({ value: id, text: title }));
  const kinds = STATUTORY_KINDS.map(kind => ({ value: kind, text: capital(kind) }));
  return html`<form class="ho-filter" action="/audit" method="get" role="search">
    ${picker({ name: 'officer', text: 'Who', all: 'anybody', options: officers, chosen: query.officer })}
    ${picker({ name: 'kind', text: 'Kind', all: 'any', options: kinds, chosen: query.kind })}
    <div>
      <label for="submission">About</label>
      <input
        id="submission"
        name="submission"
        type="search"
        value="${query.submission}"
        placeholder="reference"
        autocomplete="off"
        spellcheck="false"
      />
    </div>
    ${dayField('from', 'From', query.from)} ${dayField('until', 'To', query.until)}
    <button class="govuk-button govuk-button--secondary" type="submit">Show</button>
  </form>`;
}

function dayField(name: string, text: string, value: string): Html {
  return html`<div>
    <label for="${name}">${text}</label>
    <input id="${name}" name="${name}" type="date" value="${value}" />
  </div>`;
}

function emptyBlock(query: AuditQuery): Html {
  return html`<p class="ho-empty">
    ${
      query.after === null
        ? html`No row matches. <a href="/audit">Show every row</a>.`
        : html`There are no earlier rows. <a href="${auditAddress('/audit', query)}">Back to the newest</a>.`
    }
  </p>`;
}

const HEADS = ['When', 'Who', 'Asked to', 'Of', 'What was seen', 'Why', 'In the log'] as const;

function rowsTable({ entries, people }: AuditContent): Html {
  const titles = new Map(people.map(({ id, title }) => [id, title]));
  return html`<table class="ho-table ho-audit">
    <caption class="govuk-visually-hidden">
      Audit rows, newest first
    </caption>
    <thead>
      <tr>
        ${HEADS.map(head => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${entries.map(entry => auditRow(entry, titles))}
    </tbody>
  </table>`;
}

function auditRow(entry: AuditEntry, titles: ReadonlyMap<string, string>): Html {
  const { officerId, action, allowed, purpose } = entry;
  const kind = kindOf(action);
  const cells: readonly Html[] = [
    whenCell(entry),
    html`${isolated(titles.get(officerId ?? '') ?? officerId ?? 'nobody')}`,
    html`${actionWords(action)} ${kind !== null && label(kind)} ${!allowed && label('refused', 'danger')}`,
    thingCell(entry),
    seenCell(entry),
    html`${purpose === '' ? html`<span class="ho-quiet">not kept then</span>` : purposeWords(purpose)}`,
    rootCell(entry),
  ];
  return html`<tr>
    ${cells.map((cell, n) => html`<td data-label="${HEADS[n] ?? ''}"><div>${cell}</div></td>`)}
  </tr>`;
}

function whenCell({ firstAt, lastAt, looks }: AuditEntry): Html {
  return looks > 1
    ? html`${timeElement(firstAt)} to ${timeElement(lastAt, londonClock(lastAt))}`
    : timeElement(firstAt);
}

const WHOLE_ID = /^[0-9a-f]{32}$/;

/** Things of which there is one are named by their kind alone; a long id is cut here and whole in the file. */
function thingCell({ thingKind, thingId, submission }: AuditEntry): Html {
  const kind = thingKind.replaceAll('-', ' ');
  if (thingKind === 'log' || thingKind === 'audit-trail') return html`${kind}`;
  const id = WHOLE_ID.test(thingId) ? `${thingId.slice(0, 12)}…` : thingId.slice(0, 60);
  const isNamed = thingKind === 'submission' || submission === null;
  return html`${kind}
    <code class="ho-code ho-audit__line">${isolated(id)}</code>
    ${!isNamed && html`<span class="ho-audit__line">of ${isolated(submission)}</span>`}`;
}

function seenCell(entry: AuditEntry): Html {
  const seen = seenWords(entry);
  return html`${seen !== '' && html`<span class="ho-as-written">${isolated(seen)}</span>`}
  ${entry.rowKind === 'view' && html`<span class="ho-quiet ho-audit__line">${counted(entry.looks, 'look')}</span>`}`;
}

function rootCell({ minute, root }: AuditEntry): Html {
  if (minute === null) return html`<span class="ho-quiet">by a root of an earlier version</span>`;
  const words = `minute from ${londonClock(minute).slice(0, 5)}`;
  if (root === null) return html`<span class="ho-quiet">Not yet: ${words} is not rooted</span>`;
  return root.logIndex === null
    ? html`<span class="ho-quiet">Waiting for the log: ${words}</span>`
    : html`Entry ${root.logIndex.toLocaleString('en-GB')}, <span class="ho-quiet">${words}</span>`;
}

function turning({ query, entries, hasMore }: AuditContent): Html | undefined {
  const last = entries.at(-1);
  if (query.after === null && !hasMore) return undefined;
  return html`<nav class="ho-turn" aria-label="Pages of the audit">
    ${query.after !== null && html`<a href="${auditAddress('/audit', query)}">Newest</a>`}
    ${hasMore && last && html`<a href="${auditAddress('/audit', query, last)}" rel="next">Earlier</a>`}
  </nav>`;
}
