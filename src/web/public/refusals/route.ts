import { askQuestion, type Pages } from '../question.ts';
import { refusalsPage } from './view.ts';

/** What must not be sent, said before any page that takes a file. */
export function refusalsRoutes(pages: Pages): void {
  askQuestion<null>(pages, {
    path: '/what-not-to-send',
    read: () => ({ answers: null, problems: [] }),
    stored: () => null,
    keep: draft => ({ ...draft, refusalsRead: true }),
    view: refusalsPage,
  });
}
