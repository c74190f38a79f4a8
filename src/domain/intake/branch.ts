import type { DangerAnswers } from './danger.ts';
import type { TopicAnswers } from './answers.ts';
import type { SubmitterType } from './submission.ts';

/** What a submitter may be asked beyond who they are and how to reach them: one page each. */
export type Topic = 'happened' | keyof TopicAnswers;

/** What decides which questions are put to a submitter. */
export type Asked = {
  readonly submitterType: SubmitterType | '';
  readonly danger: DangerAnswers | null;
  readonly answers: Pick<TopicAnswers, 'meeting' | 'people'>;
};

const WHAT_IS_KNOWN = ['accounts', 'facts', 'meeting', 'children', 'leftOut'] as const;
const WITH_A_DUTY = ['holding', 'awareness', 'happened', ...WHAT_IS_KNOWN] as const;

/**
 * The questions of each branch, in the order they are put. A child gives a short free account and nothing more; whoever
 * was named, filmed or confronted is asked what was done to them and never about an allegation.
 */
const BRANCHES: Readonly<Record<SubmitterType, readonly Topic[]>> = {
  child: ['happened'],
  'parent-or-carer': ['holding', 'happened', ...WHAT_IS_KNOWN],
  'school-or-college': WITH_A_DUTY,
  platform: ['holding', 'happened', 'accounts', 'facts', 'leftOut'],
  'member-of-the-public': ['holding', 'happened', ...WHAT_IS_KNOWN],
  'activist-group-member': [
    'contactNow',
    'holding',
    'material',
    'people',
    'firstRaised',
    'conduct',
    'publications',
    'happened',
    ...WHAT_IS_KNOWN,
  ],
  'named-person-or-family': ['harm', 'holding'],
  'other-professional': WITH_A_DUTY,
};

/** Whether a question that its branch has is put to this person: nothing is asked twice, or of somebody it does not fit. */
const ONLY_WHEN: Partial<Record<Topic, (asked: Asked) => boolean>> = {
  firstRaised: ({ answers }) => answers.people.own.includes('typed'),
  meeting: ({ danger, answers }) =>
    !(danger?.happening.includes('meeting-planned') ?? false) || answers.meeting.answer !== '',
};

/** The topics this person is asked about, in order; none before they have said who they are. */
export function topicsOf(asked: Asked): readonly Topic[] {
  if (asked.submitterType === '') return [];
  return BRANCHES[asked.submitterType].filter(topic => ONLY_WHEN[topic]?.(asked) ?? true);
}
