import type { DangerAnswers, Draft, TopicAnswers } from '#domain/intake/index.ts';
import { html } from '#web/ui/index.ts';
import { yesNoPage } from '../asking/yes-no-page.ts';
import { NO_DANGER } from '../danger/no-danger.ts';
import { isInDanger } from '../journey.ts';
import { MEETING_WORDS } from './words.ts';

type Meeting = TopicAnswers['meeting'];

/** The longest words of a danger that the desk keeps. */
const LONGEST_AT_DESK = 4000;

/**
 * Whether a meeting is planned. Not asked of whoever said so at the start; a "yes" here is a danger as it is there, and
 * is in front of the desk before the answer is kept.
 */
export const MEETING_PAGE = yesNoPage('meeting', MEETING_WORDS, {
  above: (language, { board }) =>
    html`<p class="govuk-body"><strong>${MEETING_WORDS.in(language).callNow}</strong></p>
      <p class="govuk-body">${board.deskSentence(language)}</p>`,
  async beforeKept({ parts, markOfMany }, { secrets, draft, answers, request }) {
    if (answers.answer !== 'yes') return;
    const mark = isInDanger(draft) ? null : await markOfMany(request);
    await parts.door.reportDanger(secrets.draft.id, dangerWith(draft, answers), mark);
  },
  alsoKeep(draft, answers, at) {
    if (answers.answer !== 'yes') return draft;
    const dangerGivenAt = draft.dangerGivenAt || at.toISOString();
    return { ...draft, danger: dangerWith(draft, answers), dangerGivenAt };
  },
});

function dangerWith({ danger }: Draft, { words }: Meeting): DangerAnswers {
  const told = danger ?? NO_DANGER;
  const happening = [...new Set([...told.happening, 'meeting-planned' as const])];
  const what = told.what.includes(words) ? told.what : `${told.what}\n${words}`.trim();
  return { ...told, happening, what: what.slice(0, LONGEST_AT_DESK).toWellFormed() };
}
