import type { FastifyRequest } from 'fastify';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { actOf } from '../visit.ts';
import type { Answer } from '../visit.ts';
import { conversationPage } from './conversation-page.ts';
import type { ConversationVisit } from './conversation-page.ts';
import {
  conversationAddress,
  conversationQuery,
  MESSAGES_ANCHOR,
  messageParameter,
} from './conversation-query.ts';
import { findConversation } from './find-conversation.ts';
import { notIn, numberedIn, partOf, rangesOnAddress } from './seen.ts';
import { pageContent } from './page-content.ts';
import type { ConversationContent } from './page-content.ts';
import { panelOf, pieceOf, showMessage } from './show-message.ts';

/** A conversation and each of its messages. */
export function conversationRoutes(wall: PoliceWall): void {
  const thing = (request: FastifyRequest) => findConversation(request, wall.parts);
  policeRoute(wall, {
    method: 'GET',
    path: '/conversations/:readingId',
    action: 'read-conversation',
    thing,
    detail: partOf,
    ranges: (request, facts) => rangesOnAddress(conversationQuery(request), facts.messages),
    handler: showConversation,
  });
  policeRoute(wall, {
    method: 'GET',
    path: '/conversations/:readingId/go',
    action: 'read-conversation',
    thing,
    detail: () => 'go to a day or a message',
    handler: goTo,
  });
  policeRoute(wall, {
    method: 'GET',
    path: '/conversations/:readingId/messages/:n',
    action: 'read-conversation',
    thing,
    detail: request => (pieceOf(request) === 0 ? 'messages' : `messages, piece ${pieceOf(request) + 1}`),
    ranges: (request, { messages }) => numberedIn([messageParameter(request, 'n')], messages),
    handler: visit => showMessage(visit),
  });
  policeRoute(wall, {
    method: 'POST',
    path: '/conversations/:readingId/read-again',
    action: 'ask-reading',
    thing,
    handler: askAgain,
  });
}

async function showConversation(visit: ConversationVisit): Promise<Answer> {
  const { conversations } = visit.parts.desk;
  const query = conversationQuery(visit.request);
  const content = await pageContent(conversations, visit.value, query);
  await noteSearchOf(visit, content);
  const panel = query.panel && query.m !== null ? await panelOf(visit, query.m, null) : null;
  // What a day, a search or the doubts lead to is known only now; it is on record before it is shown.
  const known = rangesOnAddress(query, visit.value.messages);
  await visit.seen(
    notIn(known, [...content.messages.map(({ n }) => n), ...(panel === null ? [] : [panel.fetched.n])]),
  );
  return { page: conversationPage(visit, content, panel) };
}

/** A form cannot send the anchor of what it goes to; this page that shows nothing adds it. */
function goTo({ request, value }: ConversationVisit): Answer {
  const { m, day } = conversationQuery(request);
  const address = conversationAddress(value.readingId, { m, day: m === null ? day : null });
  return { redirect: m === null ? `${address}#${MESSAGES_ANCHOR}` : address };
}

/** A search is on record with what it found; turning the pages of its hits is the same search. */
async function noteSearchOf({ session, now, parts, value }: ConversationVisit, content: ConversationContent) {
  const { query, matching } = content;
  if (query.show !== 'found' || matching === null || query.q === '') return;
  const search = { officerId: session.officer.id, words: query.q, hits: matching, at: now };
  await parts.desk.conversations.noteSearch(value.readingId, search);
}

/** A reading that somebody else asked for meanwhile, or that did not fail, is shown as it stands. */
async function askAgain(visit: ConversationVisit): Promise<Answer> {
  const { value, parts } = visit;
  await parts.desk.acts.askReading(value.readingId, actOf(visit));
  return { redirect: `/conversations/${value.readingId}` };
}
