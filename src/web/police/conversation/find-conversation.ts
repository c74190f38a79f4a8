import type { FastifyRequest } from 'fastify';
import type { ConversationFacts } from '#domain/conversations/index.ts';
import type { PoliceParts } from '../parts.ts';
import type { Found } from '../police-route.ts';
import { parameter } from '../visit.ts';

/** The conversation that the address names, for every page about one. */
export async function findConversation(
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
