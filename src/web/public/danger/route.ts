import type { DangerAnswers } from '#domain/intake/index.ts';
import { askQuestion, type Pages } from '../question.ts';
import { isInDanger } from '../journey.ts';
import { readDanger } from './form.ts';
import { NO_DANGER } from './no-danger.ts';
import { dangerPage } from './view.ts';

/**
 * What, where, who, a safe number: each goes to the desk when it is sent, finished or not. The desk keeps what it had
 * where an answer comes back empty; the visitor's own page shows what they sent last.
 */
export function dangerRoutes(pages: Pages): void {
  askQuestion<DangerAnswers>(pages, {
    path: '/danger',
    read: readDanger,
    stored: draft => draft.danger ?? NO_DANGER,
    async beforeKept({ parts, markOfMany }, { secrets, draft, answers, request }) {
      const settled = settle(draft.danger, answers);
      if (settled.happening.length === 0) return;
      const mark = isInDanger(draft) ? null : await markOfMany(request);
      await parts.door.reportDanger(secrets.draft.id, settled, mark);
    },
    keep: (draft, answers) => ({ ...draft, danger: settle(draft.danger, answers) }),
    words: answers => [answers.what, answers.where, answers.who].filter(Boolean).join('\n\n'),
    view: dangerPage,
  });
}

/** The answers with what the post said nothing of taken from before: what was ticked at the start, whether to ring. */
function settle(stored: DangerAnswers | null, answers: DangerAnswers): DangerAnswers {
  const known = stored ?? NO_DANGER;
  return {
    ...answers,
    happening: known.happening.length === 0 ? answers.happening : known.happening,
    mayRing: answers.mayRing ?? known.mayRing,
  };
}
