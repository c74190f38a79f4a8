import type { FastifyReply } from 'fastify';
import { beginDraft, type Draft, EMPTY_DRAFT } from '#domain/intake/index.ts';
import type { Pages } from '../question.ts';
import { newVisitor } from '../visits.ts';

/** A parent of the demo world who has answered the first pages: no danger, no contact, the court page read. */
const PARENT: Draft = {
  ...EMPTY_DRAFT,
  danger: { happening: [], what: '', where: '', who: '', safeNumber: '', mayRing: null },
  submitterType: 'parent-or-carer',
  contactAnswered: true,
  courtRead: true,
};

/**
 * The short way of the demonstration's walk: the first answers are given, and the visitor goes on at "What you must not
 * send". Not there unless the force is a demonstration: nobody real may skip the danger question.
 */
export function demoStartRoutes({ app, parts, board }: Pages): void {
  app.get('/demo-parent', async (_request, reply): Promise<FastifyReply> => {
    if (board.force.demonstration !== true) {
      reply.callNotFound();
      return reply;
    }
    const secrets = newVisitor(parts, reply);
    await beginDraft(parts, secrets.draft, PARENT);
    return reply.redirect('/what-not-to-send', 303);
  });
}
