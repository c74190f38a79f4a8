import type { FastifyReply } from 'fastify';
import { addText, type Added } from '#domain/engagement/index.ts';
import { FORM_TOKEN_FIELD, pacedBody } from '#web/guards/index.ts';
import { fileNameOf } from '../chat/file-name.ts';
import { type IncomingFile, readMultipart } from '../chat/multipart.ts';
import { mostWaiting, throwAwayRest } from '../chat/receive.ts';
import { pageRefusalWords } from '../chat/refusal-words.ts';
import type { Exchange, Pages } from '../question.ts';
import { admitPost, admitProvenance } from '../visits.ts';
import { addingOf, AFTER_SENDING, problemWords } from './send.ts';
import { type OpenVisit, requireReturn, sendHandIn } from './show.ts';
import { endedPage } from './view.ts';
import { languageOf } from '../language/language-of.ts';
import { returnWords } from './words.ts';

/**
 * Takes one file of text through the same text-only door as the first hand-in: its bytes are looked at, sealed and staged as
 * they come, and no file is ever written.
 */
export async function takeFile(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { request } = exchange;
  admitProvenance(pages.parts, request);
  const open = await requireReturn(pages, exchange, () => endedPage(returnWords(request), ''));
  if (open === null) {
    throwAwayRest(request, pages.parts.settings.pace);
    return exchange.reply;
  }
  return pages.bodies.during(request, async hold => {
    hold(mostWaiting(request));
    return answer(pages, exchange, { open, added: await readFile(pages, exchange, open) });
  });
}

/** What became of the file; null when none was chosen. */
async function readFile(pages: Pages, { request }: Exchange, open: OpenVisit): Promise<Added | null> {
  const { pace } = pages.parts.settings;
  let added: Added | null = null;
  try {
    const end = await readMultipart(pacedBody(request.raw, pace), request.headers, async file => {
      const token = file.fields.get(FORM_TOKEN_FIELD) ?? '';
      admitPost(pages.parts, request, { token, secrets: open.secrets });
      if (file.field === 'file' && file.name !== '') added = await addOne(pages, open, file);
      return false;
    });
    return end === 'broken' ? (added ?? { ok: false, why: 'refused', refusal: { reason: 'cut' } }) : added;
  } catch (error) {
    throwAwayRest(request, pace);
    throw error;
  }
}

function addOne({ parts }: Pages, open: OpenVisit, file: IncomingFile): Promise<Added> {
  return addText(parts, addingOf(open, file.fields.get('shown') ?? ''), {
    name: fileNameOf(file.name),
    sourceClass: 'party-export',
    largestBytes: parts.settings.largestFileBytes,
    chunks: file.chunks,
  });
}

function answer(
  pages: Pages,
  exchange: Exchange,
  { open, added }: { readonly open: OpenVisit; readonly added: Added | null },
): FastifyReply {
  throwAwayRest(exchange.request, pages.parts.settings.pace);
  if (added?.ok === true) return exchange.reply.redirect(AFTER_SENDING, 303);
  const message =
    added === null ? returnWords(exchange.request).file.empty : fileProblem(pages, exchange, added);
  const typed = { form: 'file', values: {}, problems: [{ field: 'file', message }] } as const;
  return sendHandIn(pages, exchange, { open, typed });
}

function fileProblem(pages: Pages, { request }: Exchange, added: Added & { readonly ok: false }): string {
  if (added.why !== 'refused')
    return problemWords(pages, request, { added, empty: returnWords(request).file.empty });
  const { title, why, todo } = pageRefusalWords(
    added.refusal,
    pages.parts.settings.largestFileBytes,
    languageOf(request),
  );
  return `${title}. ${why.join(' ')} ${todo.slice(0, 1).join(' ')}`;
}
