import { dayAfter, daysBetween, messagesOf } from '#domain/conversations/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { stripChart } from '#web/ui/charts/index.ts';
import type { StripDay } from '#web/ui/charts/index.ts';
import { counted } from '../words.ts';
import { writtenDate } from '../written-time.ts';
import { conversationAddress } from './conversation-query.ts';
import type { ConversationContent } from './page-content.ts';

/** Days a strip may span: twenty-two years. A file whose dates lie further apart is told so instead. */
const MOST_DAYS = 8_000;

/** The whole conversation as bars of days: where one is, where the gaps and doubts are. */
export function strip(content: ConversationContent): Html {
  const { days, head, leftOut } = content.facts;
  const [first, last] = [days?.[0]?.day, days?.at(-1)?.day];
  if (days === null || first === undefined || last === undefined) {
    return html`<p class="ho-quiet">
      No message has a day that is understood, so there is no overview of days.
    </p>`;
  }
  if (leftOut.days > 0) {
    return html`<p class="ho-quiet">
      The messages are spread over ${(days.length + leftOut.days).toLocaleString('en-GB')} days, which is too
      many for one drawing.
    </p>`;
  }
  if (daysBetween(first, last) >= MOST_DAYS) {
    return html`<p class="ho-quiet">
      The dates run from ${writtenDate(first)} to ${writtenDate(last)}, which is too far for one drawing.
    </p>`;
  }
  const speakers = head?.speakers ?? [];
  const others = speakers.length - 1 + leftOut.speakers;
  const isMarkedWhole = (head?.doubts ?? []).every(({ count, messages }) => count <= messages.length);
  return html`${stripChart({
    id: 'days',
    days: stripDays(content, first, last),
    upName: speakers[0]?.name ?? 'Everybody',
    downName:
      others === 1 ? (speakers[1]?.name ?? '') : others > 1 ? counted(others, 'other') : 'Nobody else',
  })}
  ${!isMarkedWhole && html`<p class="ho-quiet">Doubts are marked here for the first messages of each kind alone. <a href="${conversationAddress(content.facts.readingId, { show: 'doubts' })}">All of them are listed</a>.</p>`}`;
}

function stripDays(content: ConversationContent, first: string, last: string): StripDay[] {
  const { facts, doubtDays } = content;
  const inGap = daysInGaps(content);
  const main = facts.head?.speakers[0]?.name;
  const known = new Map(facts.days?.map(day => [day.day, day]));
  const shown = shownDays(content);
  const doubts = new Map<string, number>();
  for (const day of doubtDays) doubts.set(day, (doubts.get(day) ?? 0) + 1);
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => {
    const date = dayAfter(first, index);
    const day = known.get(date);
    const counts = day?.counts;
    const all = day === undefined ? 0 : messagesOf(day);
    const up =
      main !== undefined && counts !== undefined && Object.hasOwn(counts, main) ? (counts[main] ?? 0) : 0;
    return {
      date,
      up,
      down: all - up,
      doubts: doubts.get(date) ?? 0,
      isShown: shown !== null && shown.from <= date && date <= shown.to,
      isGap: inGap.has(date),
      href: counts === undefined ? undefined : conversationAddress(facts.readingId, { day: date }),
    };
  });
}

function daysInGaps({ gaps }: ConversationContent): Set<string> {
  return new Set(
    gaps.flatMap(({ lastDay, emptyDays }) =>
      Array.from({ length: emptyDays }, (_, index) => dayAfter(lastDay, index + 1)),
    ),
  );
}

/** The first and last day among the messages of the page. */
function shownDays({ messages, matching }: ConversationContent): { from: string; to: string } | null {
  if (matching !== null) return null;
  const days = messages.flatMap(({ message }) => message?.written?.slice(0, 10) ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
