import type { ConversationFacts } from '#domain/conversations/index.ts';
import type { ReadingHead } from '#portable/chat/index.ts';
import { table } from '#web/ui/govuk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { pageHeading, partsBar } from '#web/ui/police/index.ts';
import { conversationAddress, MESSAGES_ANCHOR } from '../conversation/conversation-query.ts';
import { londonTime } from '../london.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { counted, formatWords } from '../words.ts';
import { chatName, chatsPart } from './words.ts';

/** Every conversation of an item with its counts, as the file names them; each is a link to its own messages. */
export function chatsPage(visit: Visit<ConversationFacts>, head: ReadingHead): Html {
  const { readingId, submission, item, format, leftOut, messages } = visit.value;
  const counts = head.conversations.reduce((sum, chat) => sum + chat.messages, 0);
  return pageFor(visit, {
    title: `Conversations of item ${item.number}, ${submission.reference}`,
    subBar: partsBar({
      reference: submission.reference,
      detail: `Item ${item.number}`,
      parts: [
        { text: 'Submission', href: `/submissions/${submission.reference}` },
        { ...chatsPart(visit.value), current: true },
        { text: 'Conversation', href: conversationAddress(readingId, {}) },
      ],
    }),
    printLine: `${submission.reference}/${item.number}, conversations, printed ${londonTime(visit.now)}`,
    body: html`<div class="ho-reading-width">
      ${pageHeading({
        title: `${counted(head.conversations.length + leftOut.conversations, 'conversation')} in one item`,
        line: html`${formatWords(format)}. They are told apart as the file tells them apart, and stand in its
        order. A name is what the app or somebody gave it.`,
      })}
      ${table({
        caption: 'Conversations',
        head: ['Number', 'Name', 'Kind', 'Number in the app', 'Messages'].map(text => ({ text })),
        rows: head.conversations.map(({ id, kind, messages: count }, place) => [
          { text: (place + 1).toLocaleString('en-GB') },
          {
            html: html`<a href="${conversationAddress(readingId, { c: place })}#${MESSAGES_ANCHOR}"
              >${chatName(head, place)}</a
            >`,
          },
          { html: kind === null ? html`not said` : isolated(kind) },
          { html: id === null ? html`not said` : isolated(id) },
          { text: count.toLocaleString('en-GB') },
        ]),
      })}
      ${leftOut.conversations > 0 && html`<p>${counted(leftOut.conversations, 'conversation')} more are not listed here; their messages stand among all messages.</p>`}
      ${counts < messages && html`<p>${counted(messages - counts, 'message')} of the item ${messages - counts === 1 ? 'is' : 'are'} of none of these.</p>`}
      <p>
        <a href="${conversationAddress(readingId, {})}"
          >All ${counted(messages, 'message')} in the order of the file</a
        >
      </p>
    </div>`,
  });
}
