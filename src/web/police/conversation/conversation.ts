import type { FastifyRequest } from 'fastify';
import type { ConversationFacts } from '#domain/conversations/index.ts';
import { HandoverError } from '#domain/error.ts';
import type { PoliceParts } from '../parts.ts';
import { policeRoute } from '../police-route.ts';
import type { Found, PoliceWall } from '../police-route.ts';
import { numberParameter, parameter } from '../visit.ts';
import type { Answer } from '../visit.ts';
import { conversationPage } from './conversation-page.ts';
import type { ConversationVisit } from './conversation-page.ts';
import { conversationQuery } from './conversation-query.ts';
import { messagePage } from './message-page.ts';
import { notIn, numberedIn, partOf, rangesOnAddress } from './seen.ts';
import { pageContent } from './page-content.ts';
import { PANEL_BYTES } from './panel.ts';
import type { PanelContent } from './panel.ts';

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
    path: '/conversations/:readingId/messages/:n',
    action: 'read-conversation',
    thing,
    detail: () => 'messages',
    ranges: (request, { messages }) => numberedIn([numberParameter(request, 'n')], messages),
    handler: showMessage,
  });
}

async function findConversation(
  request: FastifyRequest,
  { desk }: PoliceParts,
): Promise<Found<ConversationFacts>> {
  const id = parameter(request, 'readingId');
  const value = await desk.conversations.find(id);
  return value === null
    ? { thing: { kind: 'conversation', id, missing: true }, value }
    : {
        thing: { kind: 'conversation', id, holder: value.submission.holder },
        value,
        submission: value.submission.reference,
      };
}

async function showConversation(visit: ConversationVisit): Promise<Answer> {
  const { conversations } = visit.parts.desk;
  const query = conversationQuery(visit.request);
  const content = await pageContent(conversations, visit.value, query);
  const panel = query.panel && query.m !== null ? await panelOf(visit, query.m, false) : null;
  // What a day, a search or the doubts lead to is known only now; it is on record before it is shown.
  const known = rangesOnAddress(query, visit.value.messages);
  await visit.seen(
    notIn(known, [...content.messages.map(({ n }) => n), ...(panel === null ? [] : [panel.fetched.n])]),
  );
  return { page: conversationPage(visit, content, panel) };
}

async function showMessage(visit: ConversationVisit): Promise<Answer> {
  const n = numberParameter(visit.request, 'n');
  const panel = n === null ? null : await panelOf(visit, n, true);
  if (panel === null) throw new HandoverError('not-found', 'there is no such message');
  await visit.seen(notIn(numberedIn([n], visit.value.messages), [panel.fetched.n]));
  return { page: messagePage(visit, panel) };
}

async function panelOf(
  { value, parts }: ConversationVisit,
  n: number,
  isWhole: boolean,
): Promise<PanelContent | null> {
  const { conversations } = parts.desk;
  const [fetched, seal] = await Promise.all([
    conversations.message(value.readingId, n, PANEL_BYTES),
    conversations.sealOf(value.item.id),
  ]);
  if (fetched === null) return null;
  return { facts: value, fetched, seal, isWhole, wholeAt: `/conversations/${value.readingId}/messages/${n}` };
}
