import type { AdditionWords, QuestionShown } from '#domain/engagement/index.ts';
import { templateOf } from '#domain/engagement/index.ts';
import { isOnlyWords } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import type { FormFields } from '../form-fields.ts';
import type { ShownQuestion } from './content.ts';
import type { ReturnForm, Typed } from './typed.ts';
import type { ReturnWords } from './words.ts';

/** A story, and one line of text, in characters. */
const LONGEST = { story: 20_000, line: 2_000 } as const;

/** A form of words as it was filled in: what to seal, or what to mend. */
export type ReadForm =
  | { readonly ok: true; readonly sealed: AdditionWords }
  | { readonly ok: false; readonly typed: Typed }
  /** It speaks of a question that is not in this box. */
  | { readonly ok: false; readonly typed: null };

type Reader = (form: FormFields, words: ReturnWords, questions: readonly ShownQuestion[]) => ReadForm;

/** How each form of words is read; nothing of a form with a problem is kept. */
export const READERS: Readonly<Record<Exclude<ReturnForm, 'words' | 'file'>, Reader>> = {
  answer: readAnswer,
  correct: readCorrection,
  contacted: readContacted,
  published: readPublished,
  withdraw: () => ({ ok: true, sealed: sealedOf('contact-withdrawn', null, { withdrawn: 'yes' }) }),
};

function sealedOf(
  kind: AdditionWords['kind'],
  question: QuestionShown | null,
  answers: AdditionWords['answers'],
): AdditionWords {
  return { format: 'handover-addition/v1', kind, question, answers };
}

function shownOf({ question: id, template, version, text }: ShownQuestion): QuestionShown {
  return { id, template, version, text };
}

function readAnswer(form: FormFields, words: ReturnWords, questions: readonly ShownQuestion[]): ReadForm {
  const question = questions.find(each => each.question === form.raw('question'));
  if (question === undefined) return { ok: false, typed: null };
  const choices = templateOf(question.template, question.version)?.choices ?? [];
  const choice = choices.find(({ value }) => value === form.raw('choice'))?.value ?? '';
  const values = { choice, words: form.text('words') };
  const field = `answer-${question.question}`;
  const problems = [
    ...wrong(words, choices.length > 0 ? `${field}-words` : field, values.words, LONGEST.story),
    ...missing(values.choice + values.words, field, words.choose),
  ];
  if (problems.length > 0)
    return { ok: false, typed: { form: 'answer', question: question.question, values, problems } };
  return { ok: true, sealed: sealedOf('answer', shownOf(question), values) };
}

function readCorrection(form: FormFields, words: ReturnWords, questions: readonly ShownQuestion[]): ReadForm {
  const values = { which: form.raw('which'), correction: form.text('correction') };
  const question = questions.find(each => each.question === values.which && each.answeredAt !== null) ?? null;
  const isChosen = question !== null || values.which === 'first';
  const problems = [
    ...missing(isChosen ? 'yes' : '', 'which', words.correct.noChoice),
    ...missing(values.correction, 'correction', words.correct.empty),
    ...wrong(words, 'correction', values.correction, LONGEST.story),
  ];
  if (problems.length > 0) return { ok: false, typed: { form: 'correct', values, problems } };
  const answers = { corrects: question === null ? 'hand-in' : 'answer', correction: values.correction };
  return { ok: true, sealed: sealedOf('correction', question && shownOf(question), answers) };
}

function readContacted(form: FormFields, words: ReturnWords): ReadForm {
  const values = { contacted: form.text('contacted'), contactedWhen: form.text('contactedWhen') };
  const problems = [
    ...missing(values.contacted, 'contacted', words.contacted.empty),
    ...wrong(words, 'contacted', values.contacted, LONGEST.story),
    ...wrong(words, 'contactedWhen', values.contactedWhen, LONGEST.line),
  ];
  if (problems.length > 0) return { ok: false, typed: { form: 'contacted', values, problems } };
  const answers = { happened: values.contacted, when: values.contactedWhen };
  return { ok: true, sealed: sealedOf('contact-resumed', null, answers) };
}

function readPublished(form: FormFields, words: ReturnWords): ReadForm {
  const [link, publishedWhen, shows] = [form.text('link'), form.text('publishedWhen'), form.text('shows')];
  const values = { link, publishedWhen, shows };
  const problems = [
    ...missing(link + shows, 'link', words.published.empty),
    ...wrong(words, 'link', link, LONGEST.line),
    ...wrong(words, 'publishedWhen', publishedWhen, LONGEST.line),
    ...wrong(words, 'shows', shows, LONGEST.story),
  ];
  if (problems.length > 0) return { ok: false, typed: { form: 'published', values, problems } };
  return { ok: true, sealed: sealedOf('published', null, { link, when: publishedWhen, shows }) };
}

function missing(text: string, field: string, message: string): FormProblem[] {
  return text === '' ? [{ field, message }] : [];
}

function wrong(words: ReturnWords, field: string, text: string, longest: number): FormProblem[] {
  if (text.length > longest) return [{ field, message: words.tooLong(longest.toLocaleString('en-GB')) }];
  return isOnlyWords(text) ? [] : [{ field, message: words.notWords }];
}
