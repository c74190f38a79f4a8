import { sendPage } from '../page.ts';
import type { Pages } from '../question.ts';
import { ACCESSIBILITY_PAGE, keptSafePage, privacyPage } from './pages.ts';

/** Short pages that explain. */
export function informationRoutes({ app, board, parts }: Pages): void {
  app.get('/privacy', (_request, reply) =>
    sendPage(reply, board, privacyPage(board.force.name, parts.settings.draftDays)),
  );
  app.get('/accessibility', (_request, reply) => sendPage(reply, board, ACCESSIBILITY_PAGE));
  app.get('/kept-safe', (_request, reply) => sendPage(reply, board, keptSafePage(parts.toCheck)));
}
