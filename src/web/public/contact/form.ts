import type { SafeContact } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';
import { CONTACT_WORDS } from './words.ts';

const LONGEST = 300;
const LONGEST_WHEN = 2000;

const OTHERS = ['no', 'yes', 'unsure'] as const;
const REACH = ['none', 'phone', 'email'] as const;

/** What the page asks. `leftOut`: what was typed and will not be sent, as the page said back to the visitor. */
export type ContactAnswers = SafeContact & { readonly leftOut: string };

/** The answers alone, as the draft keeps them. */
export function contactOf(answers: ContactAnswers): SafeContact {
  const { othersSeeDevice, reach, name, phone, email, whenAndAsWhom } = answers;
  return { othersSeeDevice, reach, name, phone, email, whenAndAsWhom };
}

/** The number or address that was typed beside another way than its own: it is kept from the police unless they mean it. */
export function notSent({ reach, phone, email }: SafeContact): string {
  return [reach !== 'phone' && phone, reach !== 'email' && email].filter(Boolean).join(', ');
}

/**
 * Nothing has to be answered: then nobody is contacted. A way of reaching somebody without the number is a problem, and so
 * is a number without a way: which of the two they meant is asked, once. Said again, "do not contact me" stands.
 */
export function readContact(form: FormFields): {
  readonly answers: ContactAnswers;
  readonly problems: readonly FormProblem[];
} {
  const words = CONTACT_WORDS.in(form.language);
  const answers: ContactAnswers = {
    leftOut: form.text('leftOut'),
    othersSeeDevice: OTHERS.find(known => known === form.raw('othersSeeDevice')) ?? '',
    reach: REACH.find(known => known === form.raw('reach')) ?? 'none',
    name: form.text('name'),
    phone: form.text('phone'),
    email: form.text('email'),
    whenAndAsWhom: form.text('whenAndAsWhom'),
  };
  return {
    answers,
    problems: problemsOf(
      unclear(answers, words),
      missingPhone(answers, words),
      missingEmail(answers, words),
      ...notInWords(answers, form.language),
    ),
  };
}

type ContactWords = ReturnType<typeof CONTACT_WORDS.in>;

function notInWords(
  { name, phone, email, whenAndAsWhom }: SafeContact,
  language: Language,
): readonly (FormProblem | false)[] {
  return [
    notWords('phone', phone, LONGEST, language),
    notWords('email', email, LONGEST, language),
    notWords('whenAndAsWhom', whenAndAsWhom, LONGEST_WHEN, language),
    notWords('name', name, LONGEST, language),
  ];
}

function unclear(answers: ContactAnswers, words: ContactWords): FormProblem | false {
  const typed = notSent(answers);
  const message = answers.phone === '' ? words.unclearEmail : words.unclearNumber;
  return answers.reach === 'none' && typed !== '' && typed !== answers.leftOut && { field: 'reach', message };
}

function missingPhone({ reach, phone }: SafeContact, words: ContactWords): FormProblem | false {
  return reach === 'phone' && !/\d/.test(phone) && { field: 'phone', message: words.noPhone };
}

function missingEmail({ reach, email }: SafeContact, words: ContactWords): FormProblem | false {
  return reach === 'email' && !/^\S+@\S+$/.test(email) && { field: 'email', message: words.noEmail };
}
