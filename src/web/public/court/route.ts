import { askQuestion, type Pages } from '../question.ts';
import { courtPage } from './view.ts';

/** Before anything is written: it may go to a court and the defence. */
export function courtRoutes(pages: Pages): void {
  askQuestion<null>(pages, {
    path: '/court',
    read: () => ({ answers: null, problems: [] }),
    stored: () => null,
    keep: draft => ({ ...draft, courtRead: true }),
    view: courtPage,
  });
}
