import type { FastifyReply } from 'fastify';
import { toHex } from '#portable/bytes/index.ts';
import type { PageDetails } from '../page.ts';
import { sendPage } from '../page.ts';
import type { Exchange, Pages } from '../question.ts';
import { returnContent, type ReturnContent } from './content.ts';
import { handInPage } from './hand-in-view.ts';
import type { Typed } from './typed.ts';
import { returnPage } from './view.ts';
import { forgetReturn, type Visiting, visitingOf } from './visiting.ts';
import { languageOf } from '../language/language-of.ts';
import { returnWords } from './words.ts';

/** A visit with what lies in its box. */
export type OpenVisit = Visiting & { readonly content: ReturnContent };

/** The visit of this browser, or null after another page was sent: to come back again, or that there is no such box. */
export async function requireReturn(
  { parts, board }: Pages,
  { request, reply }: Exchange,
  ended: () => PageDetails | null = () => null,
): Promise<OpenVisit | null> {
  const visiting = await visitingOf(parts, request, reply);
  if (visiting === null) {
    const page = ended();
    forgetReturn(parts, { request, reply });
    if (page === null) void reply.redirect('/return', 303);
    else void sendPage(reply.code(410), board, page);
    return null;
  }
  const content = await returnContent(parts, visiting.visit);
  if (content !== null) return { ...visiting, content };
  // Disposed of meanwhile: the same page as for a reference that never was.
  forgetReturn(parts, { request, reply });
  const { reference } = visiting.visit;
  void sendPage(reply, board, returnPage(languageOf(request), { reference, isUnknown: true }));
  return null;
}

/** The page of the hand-in; with a form that was not taken, that one is open and says why. */
export async function showHandIn(
  pages: Pages,
  exchange: Exchange,
  typed: Typed | null,
): Promise<FastifyReply> {
  const open = await requireReturn(pages, exchange);
  return open === null ? exchange.reply : sendHandIn(pages, exchange, { open, typed });
}

export function sendHandIn(
  { parts, board }: Pages,
  { request, reply }: Exchange,
  { open, typed }: { readonly open: OpenVisit; readonly typed: Typed | null },
): FastifyReply {
  const isJustSent = typed === null && (request.query as Record<string, unknown>).sent === '1';
  const words = returnWords(request);
  const shown = () => toHex(parts.random(16));
  const view = { words, language: languageOf(request), secrets: open.secrets, typed, shown };
  return sendPage(reply, board, handInPage(view, open.content, isJustSent));
}
