import {
  type Draft,
  EMPTY_DRAFT,
  NO_ANSWERS,
  type SubmitterType,
  type TopicAnswers,
} from '#domain/intake/index.ts';
import { readDanger } from '#web/public/danger/form.ts';
import { FormFields, notWords } from '#web/public/form-fields.ts';
import { contactOf, readContact } from '#web/public/contact/form.ts';
import { readHappened } from '#web/public/happened/form.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { Refused } from './problem.ts';

type Given = {
  readonly submitterType: SubmitterType;
  readonly happened?: string;
  readonly danger?: Readonly<Record<string, unknown>> & { readonly mayRing?: boolean };
  readonly facts?: Partial<TopicAnswers['facts']>;
  readonly accounts?: readonly Partial<TopicAnswers['accounts'][number]>[];
  readonly awareness?: Partial<TopicAnswers['awareness']>;
  readonly contact?: Readonly<Record<string, string>>;
};

/**
 * The answers of a request, read as the pages read their forms: the same bounds, and no file written out in letters. The body
 * was checked against its schema. Throws `answer-refused`.
 */
export function draftOf(body: unknown, partner: string): Draft {
  const given = body as Given;
  const happened = readHappened(new FormFields({ happened: given.happened }));
  const answers = topicAnswers(given);
  const contact = readContact(new FormFields({ ...given.contact }));
  refuseProblems([...happened.problems, ...notInWords(answers), ...contact.problems]);
  const { danger = null } = given;
  return {
    ...EMPTY_DRAFT,
    submitterType: given.submitterType,
    partner,
    danger:
      danger === null ? null : readDanger(new FormFields({ ...danger, mayRing: mayRing(given) })).answers,
    contact: contactOf(contact.answers),
    ...ANSWERED,
    happened: happened.answers.happened,
    answers,
  };
}

const NO_ACCOUNT = { platform: '', name: '', whose: '', howKnown: '' };

function topicAnswers({ facts, accounts = [], awareness }: Given): TopicAnswers {
  return {
    ...NO_ANSWERS,
    facts: cleaned({ ...NO_ANSWERS.facts, ...facts }),
    accounts: accounts.map(account => cleaned({ ...NO_ACCOUNT, ...account })),
    awareness: cleaned({ ...NO_ANSWERS.awareness, ...awareness }),
  };
}

function cleaned<Texts extends Readonly<Record<string, string>>>(texts: Texts): Texts {
  const form = new FormFields(texts);
  return Object.fromEntries(Object.keys(texts).map(name => [name, form.text(name)])) as Texts;
}

/** The schema bounds each text; a file may still be written out over all of them. */
function notInWords({ facts, accounts, awareness }: TopicAnswers): readonly FormProblem[] {
  const whole = (texts: object) => Object.values(texts).join('\n');
  const checks = {
    facts: whole(facts),
    accounts: accounts.map(whole).join('\n'),
    awareness: whole(awareness),
  };
  return Object.entries(checks).flatMap(([field, text]) => notWords(field, text, text.length, 'en') || []);
}

/** A partner is told by the interface's page what the pages tell a person. */
const ANSWERED = {
  contactAnswered: true,
  courtRead: true,
  refusalsRead: true,
  branchRead: true,
  answered: ['happened', 'accounts', 'facts', 'awareness'],
} as const;

function mayRing({ danger }: Given): string {
  return danger?.mayRing === undefined ? '' : danger.mayRing ? 'yes' : 'no';
}

function refuseProblems(problems: readonly FormProblem[]): void {
  const [first] = problems;
  if (first !== undefined) throw new Refused('answer-refused', `${first.field}: ${first.message}`);
}
