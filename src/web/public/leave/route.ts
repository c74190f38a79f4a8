import type { FastifyReply } from 'fastify';
import { html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { FormFields } from '../form-fields.ts';
import { type PageDetails, sendPage, textBody } from '../page.ts';
import type { Exchange, Pages } from '../question.ts';
import { spokenDays } from '../spoken-time.ts';
import { admitPost, forgetVisitor, secretsOf, tokenIn } from '../visits.ts';

/** Stopping, and clearing this browser. */
export function leaveRoutes(pages: Pages): void {
  const { app, board, parts } = pages;
  app.post('/clear', (request, reply) => clear(pages, { request, reply }));
  app.get('/cleared', (_request, reply) => sendPage(reply, board, CLEARED));
  app.get('/stopped', (_request, reply) =>
    sendPage(reply, board, stoppedPage(board.deskSentence, parts.settings.draftDays)),
  );
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

const CLEARED: PageDetails = {
  title: 'Cleared',
  body: html`${textBody('Cleared', [
    'This browser has forgotten your answers. What you handed in, and anything you told us about danger, is still with us.',
    'Pages you opened may still be in the list of pages visited. You can delete them there.',
  ])}
  ${button({ text: 'Leave for the weather page', href: 'https://www.bbc.co.uk/weather' })}`,
};

function stoppedPage(deskSentence: string, draftDays: number): PageDetails {
  return {
    title: 'You can stop here',
    danger: 'now',
    backLink: '/danger',
    body: textBody('You can stop here', [
      html`What you chose and sent was sent to the police desk. Nobody may have read it yet. ${deskSentence}`,
      html`<strong>Do not wait for us. Call 999 now</strong> if anyone is in danger.`,
      html`You can carry on in this browser until you close it or clear your answers. We remove them
        ${spokenDays(draftDays)} after your last answer, apart from what you said about danger.
        <a class="govuk-link" href="/">Carry on</a> when you can.`,
    ]),
  };
}
