import type { FastifyReply, FastifyRequest } from 'fastify';
import { changeDraft } from '#domain/intake/index.ts';
import { allowOnPage } from '#web/guards/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { FormFields } from '../form-fields.ts';
import { pageAfter, pageBefore } from '../journey.ts';
import { languageOf } from '../language/language-of.ts';
import { sendPage } from '../page.ts';
import { cameFrom, type Exchange, type Pages, requireVisit } from '../question.ts';
import { withTasks } from '../tasks/link.ts';
import { admitPost, secretsOf, tokenIn } from '../visits.ts';
import { PASTE_BODY_BYTES, showPaste, takePaste } from './paste.ts';
import { dropStaged, hasRoom } from './receive.ts';
import { resumableRoutes } from './resumable/route.ts';
import { takeUpload } from './upload.ts';
import { chatPage } from './view.ts';
import { CHAT_WORDS } from './words.ts';

/** Uploads of one address: a school with 40 files stays below it, a script that fills the disk does not. */
const UPLOAD_LIMIT = { max: 60, timeWindow: 60_000 };

/** The chat: a file, an archive opened in the browser, pasted words, or none. */
export function chatRoutes(pages: Pages): void {
  const { app } = pages;
  const limited = { config: { rateLimit: UPLOAD_LIMIT } };
  app.get('/chat', (request, reply) => show(pages, { request, reply }, []));
  app.post('/chat', (request, reply) => goOn(pages, { request, reply }));
  app.post('/chat/upload', limited, (request, reply) =>
    takeUpload(pages, { request, reply }, () =>
      show(pages, { request, reply }, [{ field: 'file', message: wordsFor(request).chooseFirst }]),
    ),
  );
  app.get('/chat/paste', (request, reply) => showPaste(pages, { request, reply }));
  app.post('/chat/paste', { ...limited, bodyLimit: PASTE_BODY_BYTES }, (request, reply) =>
    takePaste(pages, { request, reply }),
  );
  resumableRoutes(pages);
  app.post('/chat/remove', (request, reply) => remove(pages, { request, reply }));
}

const wordsFor = (request: FastifyRequest) => CHAT_WORDS.in(languageOf(request));

async function show(
  pages: Pages,
  exchange: Exchange,
  problems: readonly FormProblem[],
): Promise<FastifyReply> {
  const visit = await requireVisit(pages, exchange, '/chat');
  if (visit === null) return exchange.reply;
  const { secrets, draft } = visit;
  const from = cameFrom((exchange.request.query as Record<string, unknown>).from);
  const language = languageOf(exchange.request);
  allowOnPage(exchange.reply, { connect: true });
  return sendPage(exchange.reply, pages.board, {
    ...withTasks(
      chatPage({ draft, secrets, problems, from, hasRoom: hasRoom(pages, draft), language }),
      language,
    ),
    backLink: from ?? pageBefore('/chat', draft),
  });
}

async function goOn(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const form = FormFields.of(request);
  admitPost(pages.parts, request, { token: tokenIn(form), secrets: secretsOf(request) });
  const visit = await requireVisit(pages, exchange, '/chat');
  if (visit === null) return reply;
  const isNone = form.raw('choice') === 'none';
  if (visit.draft.files.length === 0 && !isNone)
    return show(pages, exchange, [{ field: 'file', message: wordsFor(request).nothingAdded }]);
  const kept = await changeDraft(pages.parts, visit.secrets.draft, draft => ({
    ...draft,
    chat: draft.files.length > 0 ? 'files' : 'none',
  }));
  const next = kept === null ? '/chat' : pageAfter('/chat', kept);
  return reply.redirect(cameFrom(form.raw('from')) ?? next, 303);
}

async function remove(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const form = FormFields.of(request);
  admitPost(pages.parts, request, { token: tokenIn(form), secrets: secretsOf(request) });
  const visit = await requireVisit(pages, exchange, '/chat');
  if (visit === null) return reply;
  const { secrets, draft } = visit;
  const file = draft.files.find(({ id }) => id === form.raw('id'));
  if (file !== undefined) {
    await changeDraft(pages.parts, secrets.draft, now => ({
      ...now,
      files: now.files.filter(({ id }) => id !== file.id),
      chat: now.files.length > 1 ? 'files' : '',
    }));
    await dropStaged(pages, secrets, file);
  }
  return reply.redirect('/chat', 303);
}
