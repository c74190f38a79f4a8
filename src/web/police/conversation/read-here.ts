import { may, sizeOfRanges, withoutRanges } from '#domain/accounts/index.ts';
import { readBy } from '#domain/conversations/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { tokenField } from '../visit.ts';
import { spanWords } from '../who-read/words.ts';
import { counted } from '../words.ts';
import type { ConversationVisit } from './conversation-page.ts';
import type { ConversationContent } from './page-content.ts';
import type { LedgerRows } from './rows.ts';

/**
 * Under the messages of a page: the officer says that they have read them, or takes it back, and sees who else has. Looking
 * marks nothing; what was looked at is in the audit.
 */
export function readHere(
  visit: ConversationVisit,
  { facts, who, matching, query, messages }: ConversationContent,
  { first, last }: LedgerRows,
): Html | undefined {
  const { readingId, submission } = facts;
  if (facts.state !== 'read' || first === null || last === null) return undefined;
  const shown = messages.filter(({ n }) => n <= last).length;
  const isStretch = matching === null || (query.show === 'all' && shown === last - first + 1);
  if (!isStretch) return undefined;
  const page = [[first, last]] as const;
  const mine = withoutRanges(page, readBy(who, visit.session.officer.id));
  const others = who.readers.filter(
    ({ officerId, ranges }) =>
      officerId !== visit.session.officer.id && sizeOfRanges(withoutRanges(page, ranges)) === 0,
  );
  const thing = { kind: 'conversation', id: readingId, holder: submission.holder } as const;
  const isAllowed = may(visit.session.officer, 'mark-read', thing).allowed;
  return html`<section class="ho-read-here" id="read" aria-label="Who has read these messages">
    <p>
      ${others.length > 0 && html`Read by ${others.map(({ by }, index) => html`${index > 0 && ', '}${isolated(by)}`)}. `}${mine.length === 0 ? html`<strong>You have read ${spanWords(page[0])}.</strong>` : partly(page[0], sizeOfRanges(mine))}
      <a href="/conversations/${readingId}/read">Who has read what</a>
    </p>
    ${isAllowed && markForm(visit, { first, last, c: query.c, isRead: mine.length === 0, isEnd: last >= facts.messages - 1 })}
  </section>`;
}

function partly([first, last]: readonly [number, number], unread: number): string {
  return unread === last - first + 1
    ? ''
    : `You have not read ${counted(unread, 'message')} of these ${(last - first + 1).toLocaleString('en-GB')}.`;
}

type Marking = {
  readonly first: number;
  readonly last: number;
  readonly isRead: boolean;
  readonly isEnd: boolean;
  /** The one of several conversations that is shown. */
  readonly c: number | null;
};

function markForm(visit: ConversationVisit, { first, last, isRead, isEnd, c }: Marking): Html {
  const count = last - first + 1;
  const these = count === 1 ? 'this message' : `these ${count.toLocaleString('en-GB')} messages`;
  return html`<form action="/conversations/${visit.value.readingId}/read" method="post">
    ${tokenField(visit)}<input type="hidden" name="first" value="${first + 1}" />
    <input type="hidden" name="last" value="${last + 1}" />
    ${c !== null && html`<input type="hidden" name="c" value="${c + 1}" />`}
    <input type="hidden" name="mark" value="${isRead ? 'taken-back' : 'read'}" />
    ${!isRead && !isEnd && button({ text: `I have read ${these}; show the next`, name: 'go', value: 'next', preventDoubleClick: true })}
    ${button({
      text: isRead ? `Take back that I have read ${these}` : `I have read ${these}`,
      name: 'go',
      value: 'here',
      classes: isRead || !isEnd ? 'govuk-button--secondary' : '',
      preventDoubleClick: true,
    })}
  </form>`;
}
