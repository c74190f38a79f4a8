import type { RecordedEvent } from '#domain/desk/index.ts';
import { AT_COMMAND_LINE, decodeEvent, verifyChain } from '#portable/continuity/index.ts';
import type { ChainFault } from '#portable/continuity/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { continuityRecord } from '#web/ui/police/index.ts';
import { londonTime } from '../london.ts';
import { counted } from '../words.ts';
import { eventWords } from './event-words.ts';
import type { Names } from './event-words.ts';

/** Everything that happened to a submission, in order, with its place in the chain and in the log. */
export function record(events: readonly RecordedEvent[], names: Names): Html {
  const waiting = events.filter(event => event.logIndex === null).length;
  return html`<section id="record" aria-labelledby="record-heading">
    <h2 id="record-heading">Continuity record</h2>
    ${
      events.length === 0
        ? html`<p class="ho-empty">Nothing is recorded yet. Sealing writes the first events.</p>`
        : html`<p>${chainWords(events)} ${logWords(events.length, waiting)}</p>`
    }
    ${continuityRecord(events.map(event => entryOf(event, names)))}
  </section>`;
}

function entryOf(event: RecordedEvent, names: Names) {
  const { title, detail } = eventWords(event, names);
  return {
    what: title,
    when: { text: londonTime(event.at), iso: event.at.toISOString() },
    by: html`by ${actorOf(event)}`,
    state: event.logIndex === null ? ('waiting' as const) : ('done' as const),
    detail: html`${detail}${detail !== undefined && html`<br />`}Number ${event.n}.
      ${event.logIndex === null ? 'Waiting for the log.' : html`Log entry ${event.logIndex.toLocaleString('en-GB')}.`}
      <span class="ho-commitment">Commitment <code class="ho-code">${event.commitmentHex}</code></span>`,
  };
}

const ACTOR_KINDS: Readonly<Record<string, string>> = {
  submitter: 'the submitter',
  officer: 'officer',
  worker: 'the worker',
  system: 'the service',
};

function actorOf({ actor }: RecordedEvent): Html {
  if (actor.title !== null) return isolated(actor.title);
  if (actor.kind === AT_COMMAND_LINE.kind && actor.id === AT_COMMAND_LINE.id)
    return html`whoever operates the service, at its command line`;
  const kind = ACTOR_KINDS[actor.kind] ?? actor.kind;
  return actor.kind === 'submitter' ? html`${kind}` : html`${kind} (${isolated(actor.id)})`;
}

/** What the chain itself shows: each number follows the last, and each event names the commitment before it. */
function chainWords(events: readonly RecordedEvent[]): Html {
  const links = events.map(event => {
    const decoded = decodeEvent(event.body);
    const previous = decoded.ok ? decoded.event.submission?.previous : undefined;
    return { n: event.n, commitment: event.commitmentHex, ...(previous === undefined ? {} : { previous }) };
  });
  const faults = verifyChain(links);
  if (faults.length === 0) {
    return html`${counted(events.length, 'event')}, numbered from 1 without a gap; each names the one before
    it.`;
  }
  return html`<strong>The chain is not whole.</strong> ${faults.map(fault => html`${faultWords(fault)} `)}`;
}

function faultWords(fault: ChainFault): string {
  if (fault.kind === 'missing') {
    return fault.from === fault.to
      ? `Event ${fault.from} is missing.`
      : `Events ${fault.from} to ${fault.to} are missing.`;
  }
  return fault.kind === 'out-of-order'
    ? `Event ${fault.n} is out of order.`
    : `Event ${fault.n} names another event before it than the one that is there.`;
}

function logWords(all: number, waiting: number): string {
  if (waiting === 0) return `All ${all} are in the log.`;
  return `${waiting} of ${all} ${waiting === 1 ? 'is' : 'are'} waiting for the log, which takes seconds.`;
}
