import { type Draft, EMPTY_DRAFT, type SubmitterType } from '#domain/intake/index.ts';
import { readDanger } from '#web/public/danger/form.ts';
import { readFacts } from '#web/public/facts/form.ts';
import { FormFields } from '#web/public/form-fields.ts';
import { contactOf, readContact } from '#web/public/contact/form.ts';
import { readHappened } from '#web/public/happened/form.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { Refused } from './problem.ts';

type Given = {
  readonly submitterType: SubmitterType;
  readonly happened?: string;
  readonly danger?: Readonly<Record<string, unknown>> & { readonly mayRing?: boolean };
  readonly facts?: Readonly<Record<string, string>>;
  readonly contact?: Readonly<Record<string, string>>;
};

/**
 * The answers of a request, read as the pages read their forms: the same bounds, and no file written out in letters. The body
 * was checked against its schema. Throws `answer-refused`.
 */
export function draftOf(body: unknown, partner: string): Draft {
  const given = body as Given;
  const happened = readHappened(new FormFields({ happened: given.happened }));
  const facts = readFacts(new FormFields({ ...given.facts }));
  const contact = readContact(new FormFields({ ...given.contact }));
  refuseProblems([...happened.problems, ...facts.problems, ...contact.problems]);
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
    facts: facts.answers,
  };
}

/** A partner is told by the interface's page what the pages tell a person. */
const ANSWERED = {
  contactAnswered: true,
  courtRead: true,
  refusalsRead: true,
  happenedAnswered: true,
  factsAnswered: true,
} as const;

function mayRing({ danger }: Given): string {
  return danger?.mayRing === undefined ? '' : danger.mayRing ? 'yes' : 'no';
}

function refuseProblems(problems: readonly FormProblem[]): void {
  const [first] = problems;
  if (first !== undefined) throw new Refused('answer-refused', `${first.field}: ${first.message}`);
}
