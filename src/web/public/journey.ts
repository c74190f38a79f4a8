import { type Draft, type Topic, topicsOf } from '#domain/intake/index.ts';

/** A page of the journey: where it is, whether this visitor meets it, and whether they have answered it. */
export type Step = {
  readonly path: string;
  readonly applies: (draft: Draft) => boolean;
  readonly isAnswered: (draft: Draft) => boolean;
  /** Whether it has to be answered before anything after it. The others may be answered in any order, or left. */
  readonly isGate: boolean;
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

const isNamed = ({ submitterType }: Draft): boolean => submitterType === 'named-person-or-family';

/** What comes before anything is written or sent, in this order. */
const GATES: readonly Step[] = [
  gate('/', { isAnswered: draft => draft.danger !== null }),
  // Never stands in the way: whoever is in danger may go on, or stop.
  gate('/danger', { applies: isInDanger, isAnswered: always }),
  gate('/who', { applies: draft => !saidUnder18(draft), isAnswered: draft => draft.submitterType !== '' }),
  gate('/for-you', {
    applies: draft => draft.submitterType === 'child',
    isAnswered: draft => draft.branchRead,
  }),
  gate('/contact', { isAnswered: draft => draft.contactAnswered }),
  // Somebody who was named is told of the court on a page of their own, which keeps them from answering the allegation.
  gate('/named', { applies: isNamed, isAnswered: draft => draft.branchRead }),
  gate('/court', { applies: draft => !isNamed(draft), isAnswered: draft => draft.courtRead }),
  gate('/what-not-to-send', { isAnswered: draft => draft.refusalsRead }),
];

function gate(
  path: string,
  { applies = always, isAnswered }: { applies?: Step['applies']; isAnswered: Step['isAnswered'] },
): Step {
  return { path, applies, isAnswered, isGate: true };
}

/** Where each topic is asked. */
export const PATHS: Readonly<Record<Topic, string>> = {
  contactNow: '/contact-now',
  holding: '/hold',
  material: '/material',
  people: '/people',
  firstRaised: '/first-raised',
  conduct: '/conduct',
  publications: '/published',
  awareness: '/aware',
  harm: '/harm',
  happened: '/happened',
  accounts: '/accounts',
  facts: '/facts',
  meeting: '/meeting',
  children: '/children',
  leftOut: '/left-out',
};

/** Whether a picture may be sexual: then nobody is led to save, copy or send anything. */
const mayBeSexual = ({ answers }: Draft): boolean => answers.holding.pictures === 'yes';

/** In place of the chat page where a picture may be sexual. */
const KEEP: Step = { path: '/keep-the-phone', applies: mayBeSexual, isAnswered: always, isGate: false };

/** Asked only of whoever says that they have a chat, or has added a file already. */
const CHAT: Step = {
  path: '/chat',
  applies: draft =>
    draft.files.length > 0 ||
    (!mayBeSexual(draft) && (draft.answers.holding.kinds.includes('chat') || draft.chat !== '')),
  isAnswered: draft => draft.chat !== '',
  isGate: false,
};

const CHECK: Step = { path: '/check', applies: always, isAnswered: () => false, isGate: false };

/** The pages this visitor meets, in order. */
export function stepsOf(draft: Draft): readonly Step[] {
  const topics = topicsOf(draft).flatMap(topic =>
    topic === 'holding' ? [stepOf(topic), KEEP, CHAT] : [stepOf(topic)],
  );
  return [...GATES, ...topics, CHECK].filter(step => step.applies(draft));
}

function stepOf(topic: Topic): Step {
  return {
    path: PATHS[topic],
    applies: always,
    isAnswered: draft => draft.answered.includes(topic),
    isGate: false,
  };
}

/** The page after this one. */
export function pageAfter(path: string, draft: Draft): string {
  const steps = stepsOf(draft);
  const own = steps.findIndex(step => step.path === path);
  return own < 0 ? firstUnanswered(draft) : (steps[own + 1]?.path ?? '/check');
}

/** The page before this one; for one that is no page of this visitor's way, the list of what is done. */
export function pageBefore(path: string, draft: Draft): string {
  const steps = stepsOf(draft);
  const own = steps.findIndex(step => step.path === path);
  return own < 0 ? '/tasks' : (steps[own - 1]?.path ?? '/');
}

/** The first page that this visitor has not answered: where "carry on" leads. */
export function firstUnanswered(draft: Draft): string {
  return stepsOf(draft).find(step => !step.isAnswered(draft))?.path ?? '/check';
}

/** The page to answer before this one may be shown, or null when it may. */
export function neededBefore(path: string, draft: Draft): string | null {
  const steps = stepsOf(draft);
  const own = steps.findIndex(step => step.path === path);
  const earlier = own < 0 ? steps : steps.slice(0, own);
  return earlier.find(step => step.isGate && !step.isAnswered(draft))?.path ?? null;
}

/** Whether a question is put to this visitor at all: a page of another branch neither opens nor takes anything. */
export function isOnTheWay(path: string, draft: Draft): boolean {
  return stepsOf(draft).some(step => step.path === path);
}
