import { offeredLanguage } from '#web/ui/language/index.ts';
import type { Pages } from '../question.ts';
import { LANGUAGE_COOKIE } from './language-of.ts';

/** A path of this site and nothing else: never an address that leads away. */
const OWN_PATH = /^\/(?:[a-z0-9][a-z0-9/-]{0,80})?$/;

/** Keeps the language that was chosen and goes back to the page where it was. Nothing that was sent is lost. */
export function languageRoutes({ app, parts }: Pages): void {
  app.get('/language', (request, reply) => {
    const { to, back } = request.query as Record<string, unknown>;
    const language = offeredLanguage(typeof to === 'string' ? to : undefined, parts.settings.languages);
    const path = typeof back === 'string' && OWN_PATH.test(back) ? back : '/';
    void reply.setCookie(LANGUAGE_COOKIE, language, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: parts.settings.origin().startsWith('https:'),
    });
    return reply.redirect(path, 303);
  });
}
