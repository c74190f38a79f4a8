import { askQuestion, type Pages } from '../question.ts';
import { type HappenedAnswers, readHappened } from './form.ts';
import { happenedPage } from './view.ts';

/** What happened, in the submitter's own words. */
export function happenedRoutes(pages: Pages): void {
  askQuestion<HappenedAnswers>(pages, {
    path: '/happened',
    read: readHappened,
    stored: ({ happened }) => ({ happened }),
    keep: (draft, { happened }) => ({ ...draft, happened, happenedAnswered: true }),
    words: ({ happened }) => happened,
    view: happenedPage,
  });
}
