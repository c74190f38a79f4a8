import type { ReadingDifference } from '#portable/chat/index.ts';
import { details, table } from '#web/ui/govuk/index.ts';
import { html, isolated, joinHtml } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { messageAddress } from '../conversation/conversation-query.ts';
import { counted } from '../words.ts';
import { keyWords } from './key-words.ts';

type Compared = ReadingDifference['messages'];
type Changed = Compared['firstChanged'][number];
type Place = Changed['older'];

/** Both readings: addresses of messages lead into the one that has them. */
export type BothReadings = { readonly older: string; readonly newer: string };

/** What one reading makes otherwise of the item than the one before it. Nothing here says which of them is right. */
export function differenceSection(difference: ReadingDifference, both: BothReadings): Html {
  if (difference.isSame)
    return html`<p>
      Both say the same of every
      byte${difference.readers.older !== difference.readers.newer && ', though another version of the reader made the second'}.
    </p>`;
  const { messages, unread } = difference;
  return html`${messageCounts(messages)} ${changedKeys(messages)} ${changedMessages(messages, both)}
  ${onlyIn('Messages that only the earlier reading has', messages.onlyOlder, { places: messages.firstOnlyOlder, reading: both.older })}
  ${onlyIn('Messages that only this reading has', messages.onlyNewer, { places: messages.firstOnlyNewer, reading: both.newer })}
  ${onlyIn('Bytes that only the earlier reading leaves unread', unread.onlyOlder, { places: unread.firstOnlyOlder, reading: both.older })}
  ${onlyIn('Bytes that only this reading leaves unread', unread.onlyNewer, { places: unread.firstOnlyNewer, reading: both.newer })}
  ${ofTheWhole(difference)}`;
}

function messageCounts({ unchanged, changed, onlyOlder, onlyNewer }: Compared): Html {
  return table({
    caption: 'Messages',
    captionClasses: 'govuk-visually-hidden',
    head: ['The same in both', 'Otherwise', 'Only in the earlier', 'Only in this'].map(text => ({ text })),
    rows: [
      [unchanged, changed, onlyOlder, onlyNewer].map(count => ({ text: count.toLocaleString('en-GB') })),
    ],
  });
}

function changedKeys({ changedKeys: keys }: Compared): Html | undefined {
  const entries = Object.entries(keys);
  if (entries.length === 0) return undefined;
  return table({
    caption: 'What is otherwise in them',
    head: [{ text: 'What' }, { text: 'In how many messages' }],
    rows: entries.map(([key, count]) => [{ text: keyWords(key) }, { text: count.toLocaleString('en-GB') }]),
  });
}

function changedMessages({ changed, firstChanged }: Compared, both: BothReadings): Html | undefined {
  if (changed === 0) return undefined;
  const more = changed - firstChanged.length;
  return html`<section>
    <h2>Messages that are otherwise <span class="ho-quiet">${changed.toLocaleString('en-GB')}</span></h2>
    ${table({
      caption: 'Messages that are otherwise',
      captionClasses: 'govuk-visually-hidden',
      head: ['Message', 'What', 'Earlier reading', 'This reading'].map(text => ({ text })),
      rows: firstChanged.flatMap(one => fieldRows(one, both)),
    })}
    ${more > 0 && html`<p class="ho-quiet">${counted(more, 'more message')} ${more === 1 ? 'is' : 'are'} not listed.</p>`}
  </section>`;
}

function fieldRows({ newer, fields }: Changed, both: BothReadings) {
  return fields.map(({ key, older: before, newer: after }) => [
    { html: placeLink(newer, both.newer) },
    { text: keyWords(key) },
    { html: value(before) },
    { html: value(after) },
  ]);
}

/** Values as the reading has them: nothing is put into other words where the exact value is the point. */
function value(json: string | null): Html {
  return json === null
    ? html`<span class="ho-quiet">absent</span>`
    : html`<code class="ho-code">${isolated(plain(json))}</code>`;
}

/** A text without its quotation marks; what is no whole text stays JSON. */
function plain(json: string): string {
  if (!json.startsWith('"')) return json;
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

function placeLink({ n, span: [start, end] }: Place, readingId: string): Html {
  const bytes = `bytes ${start.toLocaleString('en-GB')} to ${end.toLocaleString('en-GB')}`;
  if (n === null) return html`${bytes}`;
  return html`<a href="${messageAddress(readingId, n)}">${(n + 1).toLocaleString('en-GB')}</a>`;
}

function onlyIn(
  title: string,
  count: number,
  { places, reading }: { readonly places: readonly Place[]; readonly reading: string },
): Html | undefined {
  if (count === 0) return undefined;
  const more = count - places.length;
  return html`<section>
    <h2>${title} <span class="ho-quiet">${count.toLocaleString('en-GB')}</span></h2>
    <p>
      ${joinHtml(
        places.map(place => placeLink(place, reading)),
        ', ',
      )}${more > 0 && `, and ${more.toLocaleString('en-GB')} more`}
    </p>
  </section>`;
}

function ofTheWhole({ head, doubts: { onlyOlder, onlyNewer } }: ReadingDifference): Html | undefined {
  if (head.length + onlyOlder.length + onlyNewer.length === 0) return undefined;
  const list = (title: string, words: readonly string[]) =>
    words.length > 0 && html`<li>${title}: ${isolated(words.join(', '))}</li>`;
  return details({
    summaryText: 'What is otherwise of the reading as a whole',
    html: html`<ul class="govuk-list govuk-list--bullet">
      ${list('Otherwise', head.map(keyWords))} ${list('Doubts that only the earlier states', onlyOlder)}
      ${list('Doubts that only this states', onlyNewer)}
    </ul>`,
  });
}
