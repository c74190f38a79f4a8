import type { Draft, Topic, TopicAnswers } from '#domain/intake/index.ts';
import type { FormProblem, Html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import type { FormFields } from '../form-fields.ts';
import { PATHS } from '../journey.ts';
import type { PageDetails } from '../page.ts';
import { askQuestion, type Pages, type Question, type QuestionContext } from '../question.ts';

/** One answer as "check your answers" repeats it; empty where it was left open. */
export type AnswerRow = { readonly key: string; readonly value: string | readonly string[] };

/** A topic of a branch: the page that asks it, and what other pages say of it. */
export type TopicPage = {
  readonly topic: Topic;
  readonly routes: (pages: Pages) => void;
  /** What the list of tasks calls it. */
  readonly task: (language: Language) => string;
  readonly rows: (draft: Draft, language: Language) => readonly AnswerRow[];
};

/** What a topic page is made of. */
export type MadeOf<Name extends keyof TopicAnswers> = {
  readonly topic: Name;
  readonly task: TopicPage['task'];
  readonly read: (form: FormFields) => {
    readonly answers: TopicAnswers[Name];
    readonly problems: readonly FormProblem[];
    readonly stay?: string;
  };
  readonly view: (context: QuestionContext<TopicAnswers[Name]>) => Omit<PageDetails, 'problems' | 'backLink'>;
  readonly rows: (answers: TopicAnswers[Name], language: Language) => readonly AnswerRow[];
  readonly beforeKept?: Question<TopicAnswers[Name]>['beforeKept'];
  /** Changes more of the draft than its own answers, at the time they came. */
  readonly alsoKeep?: (draft: Draft, answers: TopicAnswers[Name], at: Date) => Draft;
};

/** A topic page: keeps its answers under its name, and that it was answered. */
export function topicPage<Name extends keyof TopicAnswers>(made: MadeOf<Name>): TopicPage {
  const { topic, alsoKeep = (draft: Draft) => draft } = made;
  return {
    topic,
    task: made.task,
    rows: (draft, language) => made.rows(draft.answers[topic], language),
    routes: pages =>
      askQuestion<TopicAnswers[Name]>(pages, {
        path: PATHS[topic],
        read: made.read,
        stored: draft => draft.answers[topic],
        keep: (draft, answers) => {
          const kept = { ...draft, answers: { ...draft.answers, [topic]: answers } };
          return alsoKeep(nowAnswered(kept, topic), answers, pages.parts.clock());
        },
        words: answers => wordsIn(answers).join('\n'),
        view: made.view,
        ...(made.beforeKept === undefined ? {} : { beforeKept: made.beforeKept }),
      }),
  };
}

/** The draft with a topic noted as answered. */
export function nowAnswered(draft: Draft, topic: Topic): Draft {
  const { answered } = draft;
  return answered.includes(topic) ? draft : { ...draft, answered: [...answered, topic] };
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** Paragraphs before a question. */
export type Paragraphs = readonly (string | Html)[];
