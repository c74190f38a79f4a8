import { may } from '#domain/accounts/index.ts';
import type { QueueEntry } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { label, labels } from '#web/ui/police/index.ts';
import { duration, londonDay, londonShort, timeElement } from '../london.ts';
import type { Visit } from '../visit.ts';
import { counted, formatWords, STAGE_WORDS, SUBMITTER_WORDS } from '../words.ts';

type AnyVisit = Omit<Visit<unknown>, 'value'>;

/** Submissions, oldest first, in groups by the day they came in; on a phone each row is a block. */
export function queueRows(visit: AnyVisit, caption: string, entries: readonly QueueEntry[]): Html {
  return html`<table class="ho-queue">
    <caption class="govuk-visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Waiting</th>
        <th scope="col">Reference</th>
        <th scope="col">From, danger, and what was handed in</th>
        <th scope="col">Stage</th>
        <th scope="col">With</th>
      </tr>
    </thead>
    ${groupsOf(entries, visit.now).map(
      ({ heading, rows }) =>
        html`<tbody>
          <tr class="ho-queue__group">
            <th colspan="5" scope="rowgroup">${heading} <span>${rows.length}</span></th>
          </tr>
          ${rows.map(entry => queueRow(visit, entry))}
        </tbody> `,
    )}
  </table>`;
}

type Group = { readonly heading: string; readonly rows: QueueEntry[] };

function groupsOf(entries: readonly QueueEntry[], now: Date): Group[] {
  const today = londonDay(now);
  const yesterday = londonDay(new Date(now.getTime() - 86_400_000));
  const groups: Group[] = [];
  for (const entry of entries) {
    const day = londonDay(entry.receivedAt);
    const heading =
      day === today ? 'Received today' : day === yesterday ? 'Received yesterday' : 'Received earlier';
    const last = groups.at(-1);
    if (last?.heading === heading) last.rows.push(entry);
    else groups.push({ heading, rows: [entry] });
  }
  return groups;
}

function queueRow(visit: AnyVisit, entry: QueueEntry): Html {
  const { reference, receivedAt, submitterType, stage, holder } = entry;
  const waited = duration(visit.now.getTime() - receivedAt.getTime());
  return html`<tr id="${reference}">
    <td class="ho-queue__due">
      <strong>${stage === 'closed' ? 'closed' : waited}</strong> <span>${reasonOf(entry)}</span>
    </td>
    <td class="ho-queue__reference">
      ${referenceLink(visit, entry)}
      <span>${timeElement(receivedAt, londonShort(receivedAt, visit.now))}</span>
    </td>
    <td class="ho-queue__from">
      ${SUBMITTER_WORDS[submitterType]} ${labels([dangerLabel(entry), differentOfficer(entry)])}
      <span>${contentsOf(entry)}</span>
    </td>
    <td class="ho-queue__stage">${STAGE_WORDS[stage]}</td>
    <td class="ho-queue__holder">
      ${holder === null ? html`<span>Nobody yet</span>` : isolated(holder.title)}
    </td>
  </tr> `;
}

/** Why the row stands where it does, which is by when it came in and by nothing else. */
function reasonOf({ stage, holder, isSealed, notSealed }: QueueEntry): string {
  if (stage === 'closed') return 'by time received';
  if (notSealed !== null) return 'not sealed';
  if (!isSealed) return 'not yet sealed';
  return holder === null ? 'nobody has it' : 'since received';
}

/** Leads to the submission, or to its safety summary for an officer who may see no more. */
function referenceLink({ session }: AnyVisit, { reference, holder, danger }: QueueEntry): Html {
  const thing = { kind: 'submission', id: reference, holder: holder?.id ?? null } as const;
  if (may(session.officer, 'see-submission', thing).allowed) {
    return html`<a href="/submissions/${reference}">${reference}</a>`;
  }
  return danger === 'none'
    ? html`<b>${reference}</b>`
    : html`<a href="/submissions/${reference}/safety">${reference}</a>`;
}

const DANGER_STATE: Readonly<Record<QueueEntry['danger'], string>> = {
  none: '',
  waiting: 'Danger, not acknowledged',
  taken: 'Danger, taken',
  closed: 'Danger, closed',
};

function dangerLabel({ danger }: QueueEntry): Html | false {
  return danger !== 'none' && label(DANGER_STATE[danger], danger === 'waiting' ? 'danger' : 'plain');
}

/** Somebody who was named is heard by an officer who has nothing to do with an allegation. */
function differentOfficer({ submitterType }: QueueEntry): Html | false {
  return submitterType === 'named-person-or-family' && label('Different officer', 'chosen');
}

/** What was handed in, in a line: also what could not be read and what is still being read. */
function contentsOf(entry: QueueEntry): string {
  if (entry.notSealed !== null) return `Not sealed: ${entry.notSealed}`;
  if (!entry.isSealed) return 'Received; being sealed and read back now';
  const parts = [
    entry.chats > 0 && chatsOf(entry),
    entry.unreadable > 0 && `${counted(entry.unreadable, 'chat')} not read as a chat`,
    entry.reading > 0 && `${counted(entry.reading, 'chat')} being read`,
    entry.fingerprints > 0 && 'fingerprints of files kept by the submitter',
    entry.chats === 0 && entry.hasAccount && 'No chat. Their own words',
  ].filter(part => part !== false);
  return parts.length === 0 ? 'Nothing sealed' : parts.join(', ');
}

function chatsOf({ chats, formats, messages }: QueueEntry): string {
  const kinds = formats.map(formatWords).join(' and ') || 'Text';
  return `${kinds}, ${counted(messages, 'message')}${chats > 1 ? ` in ${chats} chats` : ''}`;
}
