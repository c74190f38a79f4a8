import type { SafeContact } from '#domain/intake/index.ts';
import type { FormProblem } from '#web/ui/index.ts';
import { type FormFields, notWords } from '../form-fields.ts';
import { problemsOf } from '../page.ts';

const LONGEST = 300;
const LONGEST_WHEN = 2000;

const OTHERS = ['no', 'yes', 'unsure'] as const;
const REACH = ['none', 'phone', 'email'] as const;

/** Nothing has to be answered: then nobody is contacted. Only a way of reaching somebody without the number is a problem. */
export function readContact(form: FormFields): {
  readonly answers: SafeContact;
  readonly problems: readonly FormProblem[];
} {
  const answers: SafeContact = {
    othersSeeDevice: OTHERS.find(known => known === form.raw('othersSeeDevice')) ?? '',
    reach: REACH.find(known => known === form.raw('reach')) ?? 'none',
    name: form.text('name'),
    phone: form.text('phone'),
    email: form.text('email'),
    whenAndAsWhom: form.text('whenAndAsWhom'),
  };
  return {
    answers,
    problems: problemsOf(missingPhone(answers), missingEmail(answers), ...notInWords(answers)),
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

function missingPhone({ reach, phone }: SafeContact): FormProblem | false {
  const message = 'Enter a phone number, or choose "Do not contact me"';
  return reach === 'phone' && !/\d/.test(phone) && { field: 'phone', message };
}

function missingEmail({ reach, email }: SafeContact): FormProblem | false {
  const message = 'Enter an email address, such as name@example.example, or choose "Do not contact me"';
  return reach === 'email' && !/^\S+@\S+$/.test(email) && { field: 'email', message };
}
