import { askQuestion, type Pages } from '../question.ts';
import { readWho, type WhoAnswers } from './form.ts';
import { whoPage } from './view.ts';

/** Who hands in. */
export function whoRoutes(pages: Pages): void {
  askQuestion<WhoAnswers>(pages, {
    path: '/who',
    read: readWho,
    stored: ({ submitterType }) => ({ submitterType }),
    keep: (draft, { submitterType }) => ({ ...draft, submitterType }),
    view: whoPage,
  });
}
