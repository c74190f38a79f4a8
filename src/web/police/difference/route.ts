import type { FastifyRequest } from 'fastify';
import { HandoverError } from '#domain/error.ts';
import { findConversation } from '../conversation/find-conversation.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { parameter } from '../visit.ts';
import type { Answer } from '../visit.ts';
import { differencePage, type DifferenceVisit } from './page.ts';

/** What differs between this reading and another of the same item. */
export function differenceRoutes(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'GET',
    path: '/conversations/:readingId/difference',
    action: 'read-conversation',
    thing: (request: FastifyRequest) => findConversation(request, wall.parts),
    detail: () => 'what differs from another reading',
    handler: show,
  });
}

async function show(visit: DifferenceVisit): Promise<Answer> {
  const { conversations } = visit.parts.desk;
  const { readingId } = visit.value;
  const others = await conversations.otherReadings(readingId);
  const wanted = parameter(visit.request, 'from');
  const other = wanted === '' ? others[0] : others.find(known => known.readingId === wanted);
  if (wanted !== '' && other === undefined)
    throw new HandoverError('not-found', 'there is no such reading of this item');
  const lines = other === undefined ? null : await conversations.differingLines(other.readingId, readingId);
  return { page: differencePage(visit, { others, other: other ?? null, lines }) };
}
