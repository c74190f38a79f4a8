import type { FastifyReply } from 'fastify';
import { EXIT_ADDRESS, html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { DESK_WORDS } from '../desk-words.ts';
import { FormFields } from '../form-fields.ts';
import { languageOf } from '../language/language-of.ts';
import { type PageDetails, sendPage, textBody } from '../page.ts';
import type { Exchange, Pages } from '../question.ts';
import { spokenDays } from '../spoken-time.ts';
import { admitPost, forgetVisitor, secretsOf, tokenIn } from '../visits.ts';
import { LEAVE_WORDS } from './words.ts';

/** Stopping, and clearing this browser. */
export function leaveRoutes(pages: Pages): void {
  const { app, board } = pages;
  app.post('/clear', (request, reply) => clear(pages, { request, reply }));
  app.get('/cleared', (request, reply) => sendPage(reply, board, clearedPage(languageOf(request))));
  app.get('/stopped', (request, reply) => sendPage(reply, board, stoppedPage(pages, languageOf(request))));
}

/** Forgets the answers here and the key in the browser. What was handed in, and what the desk was told, stays. */
async function clear({ parts }: Pages, { request, reply }: Exchange): Promise<FastifyReply> {
  const secrets = secretsOf(request);
  admitPost(parts, request, { token: tokenIn(FormFields.of(request)), secrets });
  if (secrets !== null) {
    await parts.door.dropDraft(secrets.draft.id);
    await parts.door.dropDraft(secrets.ticket.id);
  }
  forgetVisitor(parts, reply);
  return reply.header('clear-site-data', '"cache", "storage"').redirect('/cleared', 303);
}

function clearedPage(language: Language): PageDetails {
  const words = LEAVE_WORDS.in(language);
  return {
    title: words.cleared,
    body: html`${textBody(words.cleared, words.forgotten)}
    ${button({ text: words.weather, href: EXIT_ADDRESS })}`,
  };
}

function stoppedPage({ board, parts }: Pages, language: Language): PageDetails {
  const words = LEAVE_WORDS.in(language);
  const days = spokenDays(parts.settings.draftDays, language);
  return {
    title: words.stopped,
    danger: 'now',
    backLink: '/danger',
    body: textBody(words.stopped, [
      words.sent(board.deskSentence(language)),
      DESK_WORDS.in(language).doNotWait,
      words.carryOn(days),
    ]),
  };
}
