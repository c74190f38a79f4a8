import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { pageHeading, partsBar } from '#web/ui/police/index.ts';
import { londonTime } from '../london.ts';
import { translationProblems, translationsSection } from '../translations/section.ts';
import type { TypedTranslation } from '../translations/section.ts';
import { pageFor } from '../visit.ts';
import { conversationAddress } from './conversation-query.ts';
import type { ConversationVisit } from './conversation-page.ts';
import { messageNumber } from './numbers.ts';
import { messageParts } from './panel.ts';
import type { PanelContent } from './panel.ts';

/** One message alone, with all of its text in pieces: where a very long one is read, and what a link to a message leads to. */
export function messagePage(
  visit: ConversationVisit,
  panel: PanelContent,
  typed: TypedTranslation | null,
): Html {
  const { facts, fetched } = panel;
  const { reference } = facts.submission;
  const number = messageNumber(fetched.n);
  return pageFor(visit, {
    title: `Message ${number}, ${reference}`,
    subBar: partsBar({
      reference,
      detail: `Item ${facts.item.number}`,
      parts: [
        { text: 'Submission', href: `/submissions/${reference}` },
        { text: 'Conversation', href: conversationAddress(facts.readingId, { m: fetched.n }) },
      ],
    }),
    printLine: `${reference}/${facts.item.number}, message ${number}, printed ${londonTime(visit.now)}`,
    body: html`<div class="ho-reading-width ho-panel--page">
      ${translationProblems({ typed })}
      ${pageHeading({
        title: `Message ${number}`,
        line: html`<a href="${conversationAddress(facts.readingId, { m: fetched.n })}"
          >In its place in the conversation</a
        >`,
      })}
      ${messageParts(panel)}
      ${translationsSection(visit, { n: fetched.n, translations: panel.translations, typed })}
    </div>`,
  });
}
