import type { FastifyReply } from 'fastify';
import { canHandIn, handIn } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { FormFields } from '../form-fields.ts';
import { languageOf } from '../language/language-of.ts';
import { gonePage } from '../gone/view.ts';
import { pageBefore } from '../journey.ts';
import { sendPage } from '../page.ts';
import { type Exchange, type Pages, requireVisit } from '../question.ts';
import { admitPost, secretsOf, tokenIn } from '../visits.ts';
import { withTasks } from '../tasks/link.ts';
import { ADD_SOMETHING } from './story-rows.ts';
import { checkPage } from './view.ts';
import { CHECK_WORDS } from './words.ts';

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
  const language = languageOf(exchange.request);
  return sendPage(exchange.reply, pages.board, {
    ...withTasks(checkPage({ ...visit, problems, language }), language),
    backLink: pageBefore('/check', visit.draft),
  });
}

async function take(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const form = FormFields.of(request);
  admitPost(pages.parts, request, { token: tokenIn(form), secrets: secretsOf(request) });
  const visit = await requireVisit(pages, exchange, '/check');
  if (visit === null) return reply;
  if (!canHandIn(visit.draft)) {
    const message = CHECK_WORDS.in(form.language).nothingYet;
    return show(pages, exchange, [{ field: ADD_SOMETHING, message }]);
  }
  const done = await handIn(pages.parts, visit.secrets, visit.draft);
  if (!done.ok)
    return sendPage(
      reply.code(410),
      pages.board,
      gonePage({ words: '', isKept: false, language: languageOf(request) }),
    );
  return reply.redirect('/receipt', 303);
}
