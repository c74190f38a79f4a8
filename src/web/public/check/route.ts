import type { FastifyReply } from 'fastify';
import { canHandIn, handIn } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { FormFields } from '../form-fields.ts';
import { gonePage } from '../gone/view.ts';
import { pageBefore } from '../journey.ts';
import { sendPage } from '../page.ts';
import { type Exchange, type Pages, requireVisit } from '../question.ts';
import { admitPost, secretsOf, tokenIn } from '../visits.ts';
import { ADD_SOMETHING, checkPage } from './view.ts';

const NOTHING_TO_HAND_IN: FormProblem = {
  field: ADD_SOMETHING,
  message: 'There is nothing to hand in yet. Add a chat, or write what happened',
};

/** Check your answers, and hand in: once, however often the button is pressed. */
export function checkRoutes(pages: Pages): void {
  const { app } = pages;
  app.get('/check', (request, reply) => show(pages, { request, reply }, []));
  app.post('/check', (request, reply) => take(pages, { request, reply }));
}

async function show(
  pages: Pages,
  exchange: Exchange,
  problems: readonly FormProblem[],
): Promise<FastifyReply> {
  const visit = await requireVisit(pages, exchange, '/check');
  if (visit === null) return exchange.reply;
  return sendPage(exchange.reply, pages.board, {
    ...checkPage({ ...visit, problems }),
    backLink: pageBefore('/check', visit.draft),
  });
}

async function take(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const form = FormFields.of(request);
  admitPost(pages.parts, request, { token: tokenIn(form), secrets: secretsOf(request) });
  const visit = await requireVisit(pages, exchange, '/check');
  if (visit === null) return reply;
  if (!canHandIn(visit.draft)) return show(pages, exchange, [NOTHING_TO_HAND_IN]);
  const done = await handIn(pages.parts, visit.secrets, visit.draft);
  if (!done.ok) return sendPage(reply.code(410), pages.board, gonePage({ words: '', isKept: false }));
  return reply.redirect('/receipt', 303);
}
