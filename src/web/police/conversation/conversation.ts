import type { FastifyRequest } from 'fastify';
import { HandoverError } from '#domain/error.ts';
import { policeRoute } from '../police-route.ts';
import type { PoliceWall } from '../police-route.ts';
import { actOf, numberParameter } from '../visit.ts';
import type { Answer } from '../visit.ts';
import { conversationPage } from './conversation-page.ts';
import type { ConversationVisit } from './conversation-page.ts';
import { conversationQuery } from './conversation-query.ts';
import { findConversation } from './find-conversation.ts';
import { messagePage } from './message-page.ts';
import { BYTES_BEYOND, PIECE_BYTES } from './message-pieces.ts';
import { notIn, numberedIn, partOf, rangesOnAddress } from './seen.ts';
import { pageContent } from './page-content.ts';
import type { ConversationContent } from './page-content.ts';
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
    detail: request => (pieceOf(request) === 0 ? 'messages' : `messages, piece ${pieceOf(request) + 1}`),
    ranges: (request, { messages }) => numberedIn([numberParameter(request, 'n')], messages),
    handler: showMessage,
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

/** Which piece of a long message, from 0. */
function pieceOf(request: FastifyRequest): number {
  return numberParameter(request, 'part') ?? 0;
}

async function showMessage(visit: ConversationVisit): Promise<Answer> {
  const n = numberParameter(visit.request, 'n');
  const panel = n === null ? null : await panelOf(visit, n, pieceOf(visit.request));
  if (panel === null) throw new HandoverError('not-found', 'there is no such message');
  await visit.seen(notIn(numberedIn([n], visit.value.messages), [panel.fetched.n]));
  return { page: messagePage(visit, panel) };
}

async function panelOf(
  { value, parts }: ConversationVisit,
  n: number,
  /** Null in the panel beside the conversation. */
  part: number | null,
): Promise<PanelContent | null> {
  const { conversations } = parts.desk;
  const [fetched, seal] = await Promise.all([
    conversations.message(value.readingId, n, PANEL_BYTES),
    conversations.sealOf(value.item.id),
  ]);
  if (fetched === null) return null;
  const pieces = Math.max(1, Math.ceil((fetched.rawBytes ?? 0) / PIECE_BYTES));
  const shown = Math.min(part ?? 0, pieces - 1);
  const isInPieces = part !== null && fetched.line === null;
  return {
    facts: value,
    fetched,
    seal,
    isWhole: part !== null,
    part: isInPieces ? shown : (part ?? 0),
    piece: isInPieces
      ? await conversations.piece(value.readingId, n, {
          from: shown * PIECE_BYTES,
          limit: PIECE_BYTES + BYTES_BEYOND,
        })
      : null,
    wholeAt: `/conversations/${value.readingId}/messages/${n}`,
  };
}
