import type { SafeContact } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';

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
      unclear(answers),
      missingPhone(answers),
      missingEmail(answers),
      ...notInWords(answers),
    ),
  };
}

function notInWords({ name, phone, email, whenAndAsWhom }: SafeContact): readonly (FormProblem | false)[] {
  return [
    notWords('phone', phone, LONGEST),
    notWords('email', email, LONGEST),
    notWords('whenAndAsWhom', whenAndAsWhom, LONGEST_WHEN),
    notWords('name', name, LONGEST),
  ];
}

function unclear(answers: ContactAnswers): FormProblem | false {
  const typed = notSent(answers);
  const message = answers.phone === '' ? 'an email address' : 'a number';
  return (
    answers.reach === 'none' &&
    typed !== '' &&
    typed !== answers.leftOut && {
      field: 'reach',
      message: `You gave ${message} and chose "Do not contact me". Choose which you mean`,
    }
  );
}

function missingPhone({ reach, phone }: SafeContact): FormProblem | false {
  const message = 'Enter a phone number, or choose "Do not contact me"';
  return reach === 'phone' && !/\d/.test(phone) && { field: 'phone', message };
}

function missingEmail({ reach, email }: SafeContact): FormProblem | false {
  const message = 'Enter an email address, such as name@example.example, or choose "Do not contact me"';
  return reach === 'email' && !/^\S+@\S+$/.test(email) && { field: 'email', message };
}
