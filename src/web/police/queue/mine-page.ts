import type { QueuePage } from '#domain/desk/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { pageHeading } from '#web/ui/police/index.ts';
import { londonWeekday, timeElement } from '../london.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { queueRows } from './queue-rows.ts';

/** What is allocated to the officer who looks, oldest first. */
export function minePage(visit: Visit<true>, { entries, matching }: QueuePage): Html {
  const isCut = entries.length < matching;
  return pageFor(visit, {
    title: 'Mine',
    section: 'mine',
    body: html`${pageHeading({
      title: 'Allocated to you',
      line: html`As at ${timeElement(visit.now, londonWeekday(visit.now))}. <a href="/mine">Refresh</a>. By
        time received, oldest first.`,
      figures: [{ number: matching, text: 'open' }],
    })}
    ${
      entries.length === 0
        ? html`<p class="ho-empty">Nothing is allocated to you. A supervisor allocates from the queue.</p>`
        : queueRows(visit, 'Allocated to you, by time received, oldest first', entries)
    }
    ${isCut && html`<p>The first ${entries.length} of ${matching} are shown.</p>`}`,
  });
}
