import type { Draft } from '#domain/intake/index.ts';

/** A page of the journey: where it is, whether this visitor meets it, and whether they have answered it. */
type Step = {
  readonly path: string;
  readonly applies: (draft: Draft) => boolean;
  readonly isAnswered: (draft: Draft) => boolean;
};

const always = () => true;

/** True when a "yes" to danger was ticked. */
export function isInDanger(draft: Draft): boolean {
  return draft.danger !== null && draft.danger.happening.length > 0;
}

/** True when the visitor said at the start that they are under 18, so nobody asks them again who they are. */
export function saidUnder18(draft: Draft): boolean {
  return draft.danger?.happening.includes('submitter-under-18') ?? false;
}

/** The pages in the order they are met. */
const STEPS: readonly Step[] = [
  { path: '/', applies: always, isAnswered: draft => draft.danger !== null },
  // Never stands in the way: whoever is in danger may go on, or stop.
  { path: '/danger', applies: isInDanger, isAnswered: always },
  { path: '/who', applies: draft => !saidUnder18(draft), isAnswered: draft => draft.submitterType !== '' },
  { path: '/contact', applies: always, isAnswered: draft => draft.contactAnswered },
  { path: '/court', applies: always, isAnswered: draft => draft.courtRead },
  { path: '/what-not-to-send', applies: always, isAnswered: draft => draft.refusalsRead },
  { path: '/chat', applies: always, isAnswered: draft => draft.chat !== '' },
  { path: '/happened', applies: always, isAnswered: draft => draft.happenedAnswered },
  { path: '/facts', applies: always, isAnswered: draft => draft.factsAnswered },
  { path: '/check', applies: always, isAnswered: () => false },
];

function stepsOf(draft: Draft): readonly Step[] {
  return STEPS.filter(step => step.applies(draft));
}

/** The page after this one. */
export function pageAfter(path: string, draft: Draft): string {
  const steps = stepsOf(draft);
  return steps[steps.findIndex(step => step.path === path) + 1]?.path ?? '/check';
}

/** The page before this one. */
export function pageBefore(path: string, draft: Draft): string {
  const steps = stepsOf(draft);
  return steps[steps.findIndex(step => step.path === path) - 1]?.path ?? '/';
}

/** The first page that this visitor has not answered: where "carry on" leads. */
export function firstUnanswered(draft: Draft): string {
  return stepsOf(draft).find(step => !step.isAnswered(draft))?.path ?? '/check';
}

/** The page to answer before this one may be shown, or null when it may. */
export function neededBefore(path: string, draft: Draft): string | null {
  const steps = stepsOf(draft);
  const own = steps.findIndex(step => step.path === path);
  const earlier = own < 0 ? [] : steps.slice(0, own);
  return earlier.find(step => !step.isAnswered(draft))?.path ?? null;
}
