import type { HappenedFacts } from '#domain/intake/index.ts';
import { askQuestion, type Pages } from '../question.ts';
import { readFacts } from './form.ts';
import { factsPage } from './view.ts';

/** Facts that stand alone: app, usernames, links, when, the child's age. */
export function factsRoutes(pages: Pages): void {
  askQuestion<HappenedFacts>(pages, {
    path: '/facts',
    read: readFacts,
    stored: ({ facts }) => facts,
    keep: (draft, facts) => ({ ...draft, facts, factsAnswered: true }),
    words: facts => Object.values(facts).filter(Boolean).join('\n'),
    view: factsPage,
  });
}
