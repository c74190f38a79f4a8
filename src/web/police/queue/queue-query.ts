import type { FastifyRequest } from 'fastify';
import { DANGER_ORDERS, isStage } from '#domain/desk/index.ts';
import type { DangerOrder, QueueFilter } from '#domain/desk/index.ts';
import { isSubmitterType } from '#domain/intake/index.ts';
import { numberParameter, parameter } from '../visit.ts';

/** What the address of the queue asks for, in its own words; anything else in an address is left aside. */
export type QueueQuery = {
  readonly stage: string;
  readonly from: string;
  readonly with: string;
  readonly reference: string;
  readonly start: number;
  /** The order of the danger that waits; null leaves it to how many wait. */
  readonly danger: DangerOrder | null;
  /** One group of danger reports, opened; null shows everything. */
  readonly group: string | null;
  readonly dangerStart: number;
  readonly takenStart: number;
};

/** The parts of an address that say where a list goes on. */
const STARTS = ['start', 'dangerStart', 'takenStart'] as const;

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
    danger: DANGER_ORDERS.find(known => known === parameter(request, 'danger')) ?? null,
    group: /^[cw][0-9a-f]{32}$/.exec(parameter(request, 'group'))?.[0] ?? null,
    dangerStart: numberParameter(request, 'dangerStart') ?? 0,
    takenStart: numberParameter(request, 'takenStart') ?? 0,
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

/** The address of the queue with some of the query changed; lists begin anew, and empty values are left out. */
export function queueAddress(query: QueueQuery, change: Partial<QueueQuery>): string {
  const whole = { ...query, start: 0, dangerStart: 0, takenStart: 0, ...change };
  const { stage, from, with: holder, reference, danger, group } = whole;
  const words = { stage, from, with: holder, reference, danger: danger ?? '', group: group ?? '' };
  const parts = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ''));
  for (const name of STARTS) if (whole[name] > 0) parts.set(name, String(whole[name]));
  const text = parts.toString();
  return text === '' ? '/queue' : `/queue?${text}`;
}

/** Whether anything is narrowed. */
export function isNarrowed(query: QueueQuery): boolean {
  return query.stage !== '' || query.from !== '' || query.with !== '' || query.reference !== '';
}
