import type { FastifyReply } from 'fastify';
import { boxSecrets, parseReturnCode } from '#domain/intake/index.ts';
import { FormFields } from '../form-fields.ts';
import { sendPage } from '../page.ts';
import type { Exchange, Pages } from '../question.ts';
import { admitPost, admitProvenance, tokenIn } from '../visits.ts';
import { PASTE_BODY_BYTES } from '../chat/paste.ts';
import { downloadRoutes } from './downloads.ts';
import { GuessLimit } from './guess-limit.ts';
import { READERS } from './read-forms.ts';
import { sendForm, sendText } from './send.ts';
import { showHandIn } from './show.ts';
import { takeFile } from './take-file.ts';
import { returnPage } from './view.ts';
import { languageOf } from '../language/language-of.ts';
import { beginVisiting, forgetReturn, secretsOfReturn } from './visiting.ts';

/** What one connection sends in a minute; the database bounds what one hand-in takes. */
const SENDING = { config: { rateLimit: { max: 30, timeWindow: 60_000 } } };

/** Coming back with reference and return code: a visit of half an hour, under a key that only this browser holds. */
export function returnRoutes(pages: Pages): void {
  const { app, board, parts } = pages;
  const limit = new GuessLimit(parts.random, parts.clock);
  app.get('/return', (request, reply) =>
    sendPage(reply, board, returnPage(languageOf(request), { reference: '', isUnknown: false })),
  );
  app.post('/return', (request, reply) => comeBack(pages, limit, { request, reply }));
  app.get('/return/hand-in', (request, reply) => showHandIn(pages, { request, reply }, null));
  app.post('/return/hand-in/words', { ...SENDING, bodyLimit: PASTE_BODY_BYTES }, (request, reply) =>
    sendText(pages, { request, reply }),
  );
  app.post('/return/hand-in/file', SENDING, (request, reply) => takeFile(pages, { request, reply }));
  for (const [name, read] of Object.entries(READERS))
    app.post(`/return/hand-in/${name}`, SENDING, (request, reply) =>
      sendForm(pages, { request, reply }, read),
    );
  downloadRoutes(pages);
  app.post('/return/leave', (request, reply) => leave(pages, { request, reply }));
}

/**
 * A reference and code that belong together begin a visit. Whatever does not is answered with one page, after one look into
 * the database: an unknown reference, a wrong or malformed code, and what was disposed of.
 */
async function comeBack(
  { parts, board }: Pages,
  limit: GuessLimit,
  { request, reply }: Exchange,
): Promise<FastifyReply> {
  // Nobody is known here, so a form token would protect nothing; a foreign page is refused all the same.
  admitProvenance(parts, request);
  limit.admit(request);
  const form = FormFields.of(request);
  const reference = form.text('reference').slice(0, 100);
  const bytes = parseReturnCode(form.text('code').slice(0, 200));
  const secrets = boxSecrets(bytes ?? new Uint8Array(15));
  // Its letters stay shut: opening them is for whoever also has the reference.
  const box = await parts.door.readBox(secrets.boxId);
  if (bytes === null || box === null || plain(box.reference) !== plain(reference)) {
    limit.noteWrong(request);
    return sendPage(reply, board, returnPage(languageOf(request), { reference, isUnknown: true }));
  }
  await beginVisiting(parts, reply, { ...secrets, reference: box.reference });
  return reply.redirect('/return/hand-in', 303);
}

function plain(reference: string): string {
  return reference.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
}

/** Ends the visit: its note and what was staged for it are removed, and its key leaves the browser. What was sent stays. */
async function leave({ parts }: Pages, { request, reply }: Exchange): Promise<FastifyReply> {
  const secrets = secretsOfReturn(request);
  admitPost(parts, request, { token: tokenIn(FormFields.of(request)), secrets });
  if (secrets !== null) await parts.door.dropDraft(secrets.draft.id);
  forgetReturn(parts, { request, reply });
  return reply.header('clear-site-data', '"cache", "storage"').redirect('/cleared', 303);
}
