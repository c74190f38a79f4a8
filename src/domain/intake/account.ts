import { NO_ANSWERS, type TopicAnswers } from './answers.ts';
import { topicsOf } from './branch.ts';
import type { DangerAnswers } from './danger.ts';
import type { Draft } from './draft.ts';
import { NO_CONTACT, type SafeContact } from './safe-contact.ts';
import type { SubmitterType } from './submission.ts';

/** The answers of a branch as they are sealed: null where the question is not one of the branch's. */
export type AskedAnswers = { readonly [Topic in keyof TopicAnswers]: TopicAnswers[Topic] | null };

/** The answers of the form, sealed as the item of kind 'account'. Format: docs/formats/account.md. */
export type Account = AskedAnswers & {
  readonly format: 'handover-account/v2';
  readonly submitterType: SubmitterType;
  /** The partner whose system handed in, by the name of its key; not there when a person used the pages. */
  readonly partner?: string;
  readonly danger: DangerAnswers | null;
  readonly contact: SafeContact;
  readonly happened: string;
};

/** An account in which only what is given was asked. */
export function newAccount(
  given: Pick<Account, 'submitterType' | 'contact'> & Partial<Omit<Account, 'format'>>,
): Account {
  return { ...NOTHING_ASKED, danger: null, happened: '', ...given, format: 'handover-account/v2' };
}

const NOTHING_ASKED = Object.fromEntries(
  Object.keys(NO_ANSWERS).map(topic => [topic, null]),
) as unknown as AskedAnswers;

/** The answers of a draft as they are sealed: what the visitor withheld, or was not to be asked, is not in them. */
export function accountOf(draft: Draft & { submitterType: SubmitterType }): Account {
  const { contact, submitterType, danger } = draft;
  const reachable = {
    phone: contact.reach === 'phone' ? contact.phone : '',
    email: contact.reach === 'email' ? contact.email : '',
  };
  const isAsked = new Set<string>(topicsOf(draft));
  const answers = Object.entries(draft.answers).filter(([topic]) => isAsked.has(topic));
  return newAccount({
    submitterType,
    ...(draft.partner === '' ? {} : { partner: draft.partner }),
    danger,
    contact: { ...NO_CONTACT, ...contact, ...reachable },
    happened: isAsked.has('happened') ? draft.happened : '',
    ...(Object.fromEntries(answers) as Partial<AskedAnswers>),
  });
}

/**
 * Whether an account tells anything: words or a choice in the answers of its branch, a danger, what happened. To have a
 * phone or screenshots is something; to have a chat is not, before it is there.
 */
export function saysSomething({ danger, happened, holding, ...account }: Account): boolean {
  const { format: _, submitterType: __, contact: ___, partner: ____, ...asked } = account;
  const things = holding?.kinds.filter(kind => kind === 'phone' || kind === 'screenshots');
  const isHeld = holdsText([things ?? [], holding?.shows, holding?.pictures === 'yes' ? 'yes' : '']);
  return happened !== '' || (danger?.happening.length ?? 0) > 0 || isHeld || holdsText(asked);
}

function holdsText(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsText);
}
