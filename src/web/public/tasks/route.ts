import type { FastifyReply } from 'fastify';
import { languageOf } from '../language/language-of.ts';
import { sendPage } from '../page.ts';
import { type Exchange, type Pages, requireVisit } from '../question.ts';
import { tasksPage } from './view.ts';

/** The list of what is done and what is left: open from the first answer on, and from every page. */
export function tasksRoutes(pages: Pages): void {
  pages.app.get('/tasks', (request, reply) => show(pages, { request, reply }));
}

async function show(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const visit = await requireVisit(pages, exchange, '/');
  if (visit === null) return exchange.reply;
  return sendPage(exchange.reply, pages.board, tasksPage(visit.draft, languageOf(exchange.request)));
}
