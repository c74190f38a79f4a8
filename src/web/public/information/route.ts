import type { Language } from '#web/ui/language/index.ts';
import { languageOf } from '../language/language-of.ts';
import { type PageDetails, sendPage } from '../page.ts';
import type { Pages } from '../question.ts';
import {
  accessibilityPage,
  childPrivacyPage,
  complaintsPage,
  cookiesPage,
  helplinesPage,
  keptSafePage,
  privacyPage,
} from './pages.ts';

/** Short pages that explain. */
export function informationRoutes({ app, board, parts }: Pages): void {
  const pages: Readonly<Record<string, (language: Language) => PageDetails>> = {
    '/privacy': language => privacyPage(language, board.force.name, parts.settings.draftDays),
    '/privacy/children': childPrivacyPage,
    '/cookies': cookiesPage,
    '/complaints': complaintsPage,
    '/helplines': helplinesPage,
    '/accessibility': accessibilityPage,
    '/kept-safe': language => keptSafePage(language, parts.toCheck),
  };
  for (const [path, page] of Object.entries(pages))
    app.get(path, (request, reply) => sendPage(reply, board, page(languageOf(request))));
}
