import type { FastifyRequest } from 'fastify';
import { isStage } from '#domain/desk/index.ts';
import type { QueueFilter } from '#domain/desk/index.ts';
import { isSubmitterType } from '#domain/intake/index.ts';
import { numberParameter, parameter } from '../visit.ts';

/** What the address of the queue asks for, in its own words; anything else in an address is left aside. */
export type QueueQuery = {
  readonly stage: string;
  readonly from: string;
  readonly with: string;
  readonly reference: string;
  readonly start: number;
};

export function queueQuery(request: FastifyRequest): QueueQuery {
  const chosen = (name: string, allowed: (text: string) => boolean): string => {
    const text = parameter(request, name);
    return allowed(text) ? text : '';
  };
  return {
    stage: chosen('stage', isStage),
    from: chosen('from', isSubmitterType),
    with: chosen('with', text => text === 'nobody' || text === 'me'),
    reference: parameter(request, 'reference').trim().slice(0, 20),
    start: numberParameter(request, 'start') ?? 0,
  };
}

/** The query as the store understands it. */
export function filterOf(query: QueueQuery, officerId: string): QueueFilter {
  return {
    ...(isStage(query.stage) ? { stage: query.stage } : {}),
    ...(isSubmitterType(query.from) ? { from: query.from } : {}),
    ...(query.with === 'nobody' ? { holder: null } : {}),
    ...(query.with === 'me' ? { holder: officerId } : {}),
    ...(query.reference === '' ? {} : { reference: query.reference }),
  };
}

/** The address of the queue with some of the query changed; empty values are left out. */
export function queueAddress(query: QueueQuery, change: Partial<QueueQuery>): string {
  const { start, ...rest } = { ...query, start: 0, ...change };
  const parts = new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''));
  if (start > 0) parts.set('start', String(start));
  const text = parts.toString();
  return text === '' ? '/queue' : `/queue?${text}`;
}

/** Whether anything is narrowed. */
export function isNarrowed(query: QueueQuery): boolean {
  return query.stage !== '' || query.from !== '' || query.with !== '' || query.reference !== '';
}
