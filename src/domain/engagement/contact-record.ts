import type { AdditionKind } from './addition.ts';
import { CONTACT_ASKED, CONTACT_DRAFTED, CONTACT_RELEASED, CONTACT_WITHHELD } from './events.ts';
import { isTaskingFlag, type TaskingFlag } from './tasking.ts';

/** What an officer puts to a submitter: an approved template, or free text under the template `other`. */
export type GivenQuestion = {
  readonly template: string;
  readonly version: number;
  /** As it is shown, in English. */
  readonly text: string;
  /** The item it is about, 32 hex; null when it is about none. */
  readonly item: string | null;
  /** What a rule found in free text; null for a template, which needs no second officer. */
  readonly flags: readonly TaskingFlag[] | null;
};

/** One event of what officers asked, in the order of the record. */
export type ContactEvent = {
  readonly id: string;
  readonly type: string;
  readonly officerId: string;
  readonly officer: string;
  readonly at: Date;
  readonly facts: Readonly<Record<string, unknown>>;
};

type Deed = Pick<ContactEvent, 'officer' | 'officerId' | 'at'>;

/** A question with what became of it. `waiting`: it is free text that no second officer has decided on. */
export type AskedQuestion = GivenQuestion &
  Deed & {
    /** The event that asked or drafted it, 32 hex. */
    readonly id: string;
    readonly state: 'asked' | 'waiting' | 'withheld';
    /** Who decided on free text, and why it was withheld. */
    readonly decided: (Deed & { readonly reason: string }) | null;
  };

/** An addition as the desk sees it. `item` (32 hex) is null until it is sealed. */
export type DeskAddition = {
  readonly id: string;
  readonly kind: AdditionKind;
  readonly about: string | null;
  readonly receivedAt: Date;
  readonly item: string | null;
  readonly state: 'received' | 'sealed' | 'refused';
};

/** Everything between the force and one submitter, since the hand-in. */
export type Engagement = {
  readonly questions: readonly AskedQuestion[];
  readonly additions: readonly DeskAddition[];
  /** When they took back their consent to be contacted; null while they did not. */
  readonly withdrawnAt: Date | null;
};

/** From this many questions on, the desk is told to have the engagement looked at: contact that drifts becomes tasking. */
export const REVIEW_FROM = 5;

/** The questions after these events. What decides on a question that is not among them is passed over. */
export function questionsAfter(events: readonly ContactEvent[]): AskedQuestion[] {
  const questions = new Map<string, AskedQuestion>();
  for (const event of events) {
    const { id, type, facts, officerId, officer, at } = event;
    if (type === CONTACT_ASKED || type === CONTACT_DRAFTED) {
      const isDraft = type === CONTACT_DRAFTED;
      questions.set(id, {
        ...{ id, officerId, officer, at, decided: null },
        ...givenIn(facts, isDraft),
        state: isDraft ? 'waiting' : 'asked',
      });
      continue;
    }
    const name = textOf(facts['question']);
    const question = questions.get(name);
    if (question?.state !== 'waiting' || (type !== CONTACT_RELEASED && type !== CONTACT_WITHHELD)) continue;
    const decided = { officerId, officer, at, reason: textOf(facts['reason']) };
    questions.set(name, { ...question, decided, state: type === CONTACT_RELEASED ? 'asked' : 'withheld' });
  }
  return [...questions.values()];
}

function givenIn(facts: ContactEvent['facts'], isDraft: boolean): GivenQuestion {
  const { template, version, text, item, flags } = facts;
  const known = Array.isArray(flags)
    ? flags.filter((flag): flag is TaskingFlag => isTaskingFlag(textOf(flag)))
    : [];
  return {
    template: textOf(template),
    version: typeof version === 'number' ? version : 0,
    text: textOf(text),
    item: typeof item === 'string' ? item : null,
    flags: isDraft ? known : null,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
