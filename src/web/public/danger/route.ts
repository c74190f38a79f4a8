import type { DangerAnswers } from '#domain/intake/index.ts';
import { askQuestion, type Pages } from '../question.ts';
import { readDanger } from './form.ts';
import { dangerPage } from './view.ts';

const NO_DANGER: DangerAnswers = {
  happening: [],
  what: '',
  where: '',
  who: '',
  safeNumber: '',
  mayRing: false,
};

/** What, where, who, a safe number: each goes to the desk when it is sent, finished or not. */
export function dangerRoutes(pages: Pages): void {
  askQuestion<DangerAnswers>(pages, {
    path: '/danger',
    read: readDanger,
    stored: draft => draft.danger ?? NO_DANGER,
    async beforeKept({ parts }, { secrets, draft, answers }) {
      const happening = happeningOf(draft.danger, answers);
      if (happening.length > 0) await parts.door.reportDanger(secrets.draft.id, { ...answers, happening });
    },
    keep: (draft, answers) => ({
      ...draft,
      danger: { ...answers, happening: happeningOf(draft.danger, answers) },
    }),
    words: answers => [answers.what, answers.where, answers.who].filter(Boolean).join('\n\n'),
    view: dangerPage,
  });
}

/** What was ticked on the start page; what the form repeats only where nothing is known of that. */
function happeningOf(stored: DangerAnswers | null, answers: DangerAnswers): DangerAnswers['happening'] {
  return stored === null || stored.happening.length === 0 ? answers.happening : stored.happening;
}
