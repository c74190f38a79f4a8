import type { ConversationFacts } from '#domain/conversations/index.ts';
import { conversationAddress } from '../conversation/conversation-query.ts';
import { findConversation } from '../conversation/find-conversation.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import type { Answer, Visit } from '../visit.ts';
import { chatsPage } from './page.ts';
import { isOfSeveral } from './words.ts';

/** The conversations that one item holds, to choose from. An item that holds one leads to it. */
export function chatsRoute(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'GET',
    path: '/conversations/:readingId/chats',
    action: 'read-conversation',
    thing: request => findConversation(request, wall.parts),
    detail: () => 'the conversations of the item',
    handler: show,
  });
}

function show(visit: Visit<ConversationFacts>): Answer {
  const { readingId, head } = visit.value;
  if (!isOfSeveral(head)) return { redirect: conversationAddress(readingId, {}) };
  return { page: chatsPage(visit, head) };
}
