import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PublicPage } from '#web/ui/index.ts';
import type { NoticeBoard } from '../notice-board.ts';
import { type Language, offeredLanguage, type OfferedLanguage } from '#web/ui/language/index.ts';

/** The cookie with the language a visitor chose. It says nothing else of them and goes when the browser closes. */
export const LANGUAGE_COOKIE = 'handover_language';

type Choice = { readonly language: Language; readonly offered: readonly OfferedLanguage[] };

const chosen = new WeakMap<FastifyRequest, Choice>();

/** Notes the language of each request before its page is made. A draft is offered in a demonstration alone. */
export function noteLanguages(
  app: FastifyInstance,
  languages: readonly OfferedLanguage[],
  board: NoticeBoard,
): void {
  app.addHook('onRequest', async request => {
    const offered = languages.filter(({ isDraft }) => !isDraft || board.force.demonstration === true);
    const language = offeredLanguage(request.cookies[LANGUAGE_COOKIE], offered);
    chosen.set(request, { language, offered });
  });
}

/** The language that this visitor chose; English when they chose none. */
export function languageOf(request: FastifyRequest): Language {
  return chosen.get(request)?.language ?? 'en';
}

/**
 * Where this page can be read in another language, and whether the words of this one are a draft. A page that only answers a
 * post cannot be opened again: its links lead to `before`, the page before it.
 */
export function otherLanguages(
  request: FastifyRequest,
  before = '/',
): Pick<PublicPage, 'languages' | 'isDraft'> {
  const { language, offered } = chosen.get(request) ?? { language: 'en', offered: [] };
  const [asked = '/'] = request.url.split('?');
  const path = request.server.hasRoute({ method: 'GET', url: asked }) ? asked : before;
  return {
    languages: offered
      .filter(({ code }) => code !== language)
      .map(({ code }) => ({ code, href: `/language?to=${code}&back=${encodeURIComponent(path)}` })),
    isDraft: offered.some(({ code, isDraft }) => code === language && isDraft),
  };
}
