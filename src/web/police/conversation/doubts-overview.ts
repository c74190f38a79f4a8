import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { mark } from '#web/ui/police/index.ts';
import { counted } from '../words.ts';
import { writtenDate } from '../written-time.ts';
import { conversationAddress } from './conversation-query.ts';
import { gapOrderWords } from './meaning.ts';
import type { ConversationContent } from './page-content.ts';

const MOST_GAPS_LISTED = 200;

/**
 * Above the messages that carry a doubt: what is doubtful of the file as a whole, where nobody wrote for long, and which
 * bytes belong to no message. Each is also said where it stands.
 */
export function doubtsOverview(content: ConversationContent): Html {
  return html`${ofTheFile(content)} ${gapList(content)} ${unreadList(content)}
    <h2>Messages that carry a doubt <span class="ho-quiet">${content.matching ?? 0}</span></h2>`;
}

function ofTheFile({ facts }: ConversationContent): Html | undefined {
  const doubts = facts.head?.doubts.filter(doubt => doubt.count === 0) ?? [];
  if (doubts.length === 0) return undefined;
  return html`<section>
    <h2>Of the file as a whole <span class="ho-quiet">${doubts.length}</span></h2>
    <ul class="ho-plain-list">
      ${doubts.map(
        ({ sentence, causes, detail }) =>
          html`<li>
            ${mark('doubt', 'Doubt:')}
            <strong>${sentence}</strong> ${detail !== undefined && isolated(detail)} Could be:
            ${causes.map(cause => html`${cause} `)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function gapList({ facts, gaps }: ConversationContent): Html {
  const listed = gaps.slice(0, MOST_GAPS_LISTED);
  return html`<section>
    <h2>Gaps <span class="ho-quiet">${gaps.length}</span></h2>
    ${gaps.length > 0 && facts.head !== null && html`<p>${gapOrderWords(facts.head)}</p>`}
    ${gaps.length === 0 && html`<p>No stretch of days without messages is long for this conversation.</p>`}
    <ul class="ho-plain-list">
      ${listed.map(
        ({ lastDay, nextDay, emptyDays }) =>
          html`<li>
            <a href="${conversationAddress(facts.readingId, { day: nextDay })}"
              >${counted(emptyDays, 'day')}</a
            >
            without a message, from ${writtenDate(lastDay)} to ${writtenDate(nextDay)}
          </li>`,
      )}
    </ul>
    ${facts.leftOut.days > 0 && html`<p>Only the first ${(facts.days?.length ?? 0).toLocaleString('en-GB')} days of the calendar were compared; ${facts.leftOut.days.toLocaleString('en-GB')} more were not.</p>`}
    ${listed.length < gaps.length && html`<p>${gaps.length - listed.length} more are not listed here; each stands in its place.</p>`}
  </section>`;
}

const EXCERPT_BYTES = 120;
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function beginning(raw: Uint8Array): string {
  const text = lenient.decode(raw.subarray(0, EXCERPT_BYTES));
  return raw.length > EXCERPT_BYTES ? `${text}…` : text;
}

function unreadList({ facts, unread }: ConversationContent): Html {
  const bytes = facts.head?.unreadBytes ?? 0;
  return html`<section>
    <h2>Not read <span class="ho-quiet">${counted(bytes, 'byte')}</span></h2>
    ${bytes === 0 && html`<p>Every byte of the item belongs to a message or to the format itself.</p>`}
    <ul class="ho-plain-list">
      ${unread.map(
        ({ span: [start, end], raw }) =>
          html`<li>
            ${counted(end - start, 'byte')} at ${start.toLocaleString('en-GB')} of the
            item${raw !== null && html`: ${isolated(beginning(raw))}`}
          </li>`,
      )}
    </ul>
  </section>`;
}
