import { may } from '#domain/accounts/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { tokenField } from '../visit.ts';
import type { ConversationVisit } from './conversation-page.ts';

/** Under a reading that failed: asks for it again, since what was in its way may have passed. */
export function readAgain(visit: ConversationVisit): Html | undefined {
  const { readingId, submission, isAskedAgain } = visit.value;
  if (isAskedAgain) return html`<p role="status">It was asked for again and is read again in a moment.</p>`;
  const thing = { kind: 'conversation', id: readingId, holder: submission.holder } as const;
  if (!may(visit.session.officer, 'ask-reading', thing).allowed) return undefined;
  return html`<form action="/conversations/${readingId}/read-again" method="post">
    ${tokenField(visit)}
    ${button({ text: 'Read it again', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`;
}
