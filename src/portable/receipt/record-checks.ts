import { toHex } from '../bytes/index.ts';
import { verifyChain } from '../continuity/index.ts';
import type { ChainFault, ContinuityEvent } from '../continuity/index.ts';
import type { Finding } from '../findings/index.ts';
import { isOfAddition } from './addition-receipt.ts';
import { ADDITION_ACKNOWLEDGED, SUBMISSION_RECEIVED } from './event-types.ts';
import type { OpenedEvent, OpenedReceipt } from './opened-receipt.ts';
import { finding } from './words.ts';

/** Every event is in the one form of an event. */
export function checkEventsReadable({ events }: OpenedReceipt): Finding {
  const where = events.flatMap(({ n, event }) => (event === null ? [`event ${n}`] : []));
  return finding('events-readable', where.length === 0 ? 'passed' : 'failed', {
    count: events.length,
    where,
  });
}

/** The events are those of one submission, from 1 on, without a gap, each naming the one before it. */
export function checkChain(opened: OpenedReceipt): Finding {
  const { events } = opened;
  if (isOfAddition(opened)) return finding('chain-complete', 'of-addition');
  const read = events.flatMap(part => (part.event === null ? [] : [{ ...part, event: part.event }]));
  if (read.length < events.length) return finding('chain-complete', 'unreadable');
  const where = [...placeFaults(read), ...verifyChain(read.flatMap(linkOf)).map(sayFault)];
  return finding('chain-complete', where.length === 0 ? 'passed' : 'failed', { count: events.length, where });
}

type ReadEvent = OpenedEvent & { event: ContinuityEvent };

function placeFaults(events: readonly ReadEvent[]): string[] {
  const submission = events[0]?.event.submission?.id;
  return events.flatMap(({ n, event }) => {
    if (event.submission === null) return [`event ${n}: it belongs to no submission`];
    return event.submission.id === submission ? [] : [`event ${n}: it belongs to another submission`];
  });
}

function linkOf({ event, commitment }: ReadEvent) {
  if (event.submission === null) return [];
  const { n, previous } = event.submission;
  return [{ n, commitment: toHex(commitment), previous }];
}

function sayFault(fault: ChainFault): string {
  if (fault.kind === 'missing' && fault.from === fault.to) return `event ${fault.from} is missing`;
  if (fault.kind === 'missing') return `events ${fault.from} to ${fault.to} are missing`;
  if (fault.kind === 'out-of-order') return `the event numbered ${fault.n} is in the wrong place`;
  return `the event numbered ${fault.n} does not follow from the one before it`;
}

/** The reference and the force's name on the receipt are those that the record holds, where it holds them. */
export function checkLabels({ events, reference, force }: OpenedReceipt): Finding[] {
  const labels = { reference, force };
  return (['reference', 'force'] as const).map(label => {
    const named = namesIn(events, label);
    if (named.length === 0) return finding(label, 'not-named');
    return finding(label, named.every(name => name === labels[label]) ? 'passed' : 'failed');
  });
}

function namesIn(events: readonly OpenedEvent[], label: 'reference' | 'force'): string[] {
  const received = events.flatMap(({ event }) =>
    event?.type === SUBMISSION_RECEIVED || event?.type === ADDITION_ACKNOWLEDGED ? [event.facts[label]] : [],
  );
  return received.filter(name => typeof name === 'string');
}
