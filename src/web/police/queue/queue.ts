import { startOfLondonDay } from '../london.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import type { Answer, Visit } from '../visit.ts';
import { minePage } from './mine-page.ts';
import { DANGER_ON_A_PAGE } from './danger-section.ts';
import { groupPage, queuePage, ROWS_ON_A_PAGE } from './queue-page.ts';
import { filterOf, queueQuery } from './queue-query.ts';

/** The desk's queue, and what is allocated to one officer. */
export function queueRoutes(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'GET',
    path: '/queue',
    action: 'see-queue',
    thing: () => ({ thing: { kind: 'desk', id: 'queue' }, value: true as const }),
    detail: request => request.url.slice(0, 300),
    handler: showQueue,
  });
  policeRoute(wall, {
    method: 'GET',
    path: '/mine',
    action: 'see-own-list',
    thing: (_request, officer) => ({
      thing: { kind: 'own-list', id: officer?.id ?? '' },
      value: true as const,
    }),
    handler: showMine,
  });
}

async function showQueue(visit: Visit<true>): Promise<Answer> {
  const { queue } = visit.parts.desk;
  const { id } = visit.session.officer;
  const query = queueQuery(visit.request);
  const { danger: order, group, dangerStart } = query;
  const asked = { order, group, from: dangerStart, limit: DANGER_ON_A_PAGE };
  if (group !== null) return { page: groupPage(visit, query, await queue.waitingDanger(asked)) };
  const [danger, taken, page, counts, today] = await Promise.all([
    queue.waitingDanger(asked),
    queue.takenDanger(query.takenStart, DANGER_ON_A_PAGE),
    queue.page(filterOf(query, id), query.start, ROWS_ON_A_PAGE),
    queue.counts(id),
    queue.dangerCounts(startOfLondonDay(visit.now)),
  ]);
  return { page: queuePage(visit, { query, danger, taken, page, counts, today }) };
}

async function showMine(visit: Visit<true>): Promise<Answer> {
  const page = await visit.parts.desk.queue.page({ holder: visit.session.officer.id }, 0, ROWS_ON_A_PAGE);
  return { page: minePage(visit, page) };
}
