import { findConversation } from '../conversation/find-conversation.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { itemReadingsPage } from './page.ts';

/** The readings of one item beside each other, and what this one makes otherwise than the one before it. */
export function itemReadingsRoute(wall: PoliceWall): void {
  const { parts } = wall;
  policeRoute(wall, {
    method: 'GET',
    path: '/conversations/:readingId/readings',
    action: 'read-conversation',
    thing: request => findConversation(request, parts),
    detail: () => 'readings of the item',
    async handler(visit) {
      const { conversations } = parts.desk;
      const [readings, difference] = await Promise.all([
        conversations.readingsOfItem(visit.value.readingId),
        conversations.difference(visit.value.readingId),
      ]);
      return { page: itemReadingsPage(visit, { readings, difference }) };
    },
  });
}
