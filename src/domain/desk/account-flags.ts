import type { SubmitterType } from '../intake/index.ts';
import type { AccountAnswer } from './desk.ts';

/** What an officer looks at first in a submission, besides danger. Each is raised by an answer; none is a score. */
export type AccountFlagKind =
  | 'child'
  | 'named-person'
  | 'contact-goes-on'
  | 'confrontation'
  | 'made-public'
  | 'money'
  | 'meeting'
  | 'children-around'
  | 'pictures'
  | 'threatened';

/** A flag with its reason: the field whose answer raised it (empty: who handed in), and the submitter's words about it. */
export type AccountFlag = { readonly kind: AccountFlagKind; readonly field: string; readonly words: string };

type Rule = {
  readonly kind: AccountFlagKind;
  /** The field that is looked at; members of a list count as one. */
  readonly field: string;
  /** The answers that raise the flag; null: any. */
  readonly raisedBy: readonly string[] | null;
  /** Where the submitter's words about it are. */
  readonly words: string;
};

const RULES: readonly Rule[] = [
  {
    kind: 'contact-goes-on',
    field: 'contactNow.answer',
    raisedBy: ['yes', 'unsure'],
    words: 'contactNow.words',
  },
  {
    kind: 'confrontation',
    field: 'conduct.kinds',
    raisedBy: ['confronted', 'detained', 'followed'],
    words: 'conduct.words',
  },
  { kind: 'made-public', field: 'conduct.kinds', raisedBy: ['named', 'filmed'], words: 'conduct.words' },
  { kind: 'made-public', field: 'publications.link', raisedBy: null, words: 'publications.what' },
  { kind: 'money', field: 'conduct.kinds', raisedBy: ['paid'], words: 'conduct.words' },
  { kind: 'meeting', field: 'meeting.answer', raisedBy: ['yes'], words: 'meeting.words' },
  { kind: 'children-around', field: 'children.answer', raisedBy: ['yes'], words: 'children.words' },
  { kind: 'pictures', field: 'holding.pictures', raisedBy: ['yes'], words: 'holding.shows' },
  {
    kind: 'threatened',
    field: 'harm.kinds',
    raisedBy: ['threatened', 'attacked', 'followed'],
    words: 'harm.words',
  },
];

/** The flags of a submission, in the order an officer meets them; each kind once. */
export function accountFlags(
  submitterType: SubmitterType,
  answers: readonly AccountAnswer[],
): readonly AccountFlag[] {
  const said = Map.groupBy(answers, ({ field }) => field.replaceAll(/\.\d+(?=\.|$)/g, ''));
  const textsOf = (field: string): readonly string[] =>
    (said.get(field) ?? []).map(({ text }) => text).filter(text => text.trim() !== '');
  const raised = RULES.filter(({ field, raisedBy }) =>
    textsOf(field).some(text => raisedBy?.includes(text) ?? true),
  ).map(({ kind, field, words }) => ({ kind, field, words: textsOf(words)[0] ?? '' }));
  const all = [...ofWho(submitterType), ...raised];
  return all.filter(({ kind }, n) => all.findIndex(other => other.kind === kind) === n);
}

function ofWho(submitterType: SubmitterType): readonly AccountFlag[] {
  if (submitterType === 'child') return [{ kind: 'child', field: '', words: '' }];
  if (submitterType === 'named-person-or-family') return [{ kind: 'named-person', field: '', words: '' }];
  return [];
}
