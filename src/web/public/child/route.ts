import { askQuestion, type Pages } from '../question.ts';
import { childPage } from './view.ts';

/** What a child reads before anything is asked. */
export function childRoutes(pages: Pages): void {
  askQuestion<null>(pages, {
    path: '/for-you',
    read: () => ({ answers: null, problems: [] }),
    stored: () => null,
    keep: draft => ({ ...draft, branchRead: true }),
    view: childPage,
  });
}
