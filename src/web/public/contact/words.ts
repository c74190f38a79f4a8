import { html, type Html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** Whether, and how, it is safe to contact the visitor. */
export const CONTACT_WORDS = catalogue(
  {
    title: 'Is it safe to contact you?',
    intro:
      'You do not have to answer anything here. If you leave it as it is, we will not contact you, unless we must, to keep somebody safe. At the end we give you a code to see your receipt again.',
    others: {
      question: 'Does anyone else see this phone or email?',
      hint: 'A partner, a parent, a child, someone you share a computer with',
      yes: 'Yes',
      no: 'No',
      unsure: 'Not sure',
    },
    reach: {
      question: 'May an officer contact you?',
      none: 'Do not contact me',
      phone: 'By phone',
      email: 'By email',
    },
    typed: (words: Html) => html`You typed: <strong class="ho-words">${words}</strong>`,
    typedAndNone:
      'If an officer may use it, choose "By phone" or "By email". If you leave "Do not contact me", we do not pass it on.',
    typedAndOther: 'We pass on only what you choose below, not this.',
    phone: 'A number that is safe to call',
    email: 'An email address that is safe to write to',
    when: 'When is it safe, and who should we say we are?',
    whenHint: 'For example: only between 9am and 3pm; say you are the dentist. You can leave this empty.',
    name: 'Your name',
    nameHint: 'You do not have to give it',
    unclearNumber: 'You gave a number and chose "Do not contact me". Choose which you mean',
    unclearEmail: 'You gave an email address and chose "Do not contact me". Choose which you mean',
    noPhone: 'Enter a phone number, or choose "Do not contact me"',
    noEmail: 'Enter an email address, such as name@example.example, or choose "Do not contact me"',
  },
  {
    title: 'A yw’n ddiogel cysylltu â chi?',
    intro:
      'Nid oes rhaid i chi ateb unrhyw beth yma. Os gadewch bopeth fel y mae, ni fyddwn yn cysylltu â chi, oni bai bod rhaid i ni, i gadw rhywun yn ddiogel. Ar y diwedd byddwn yn rhoi cod i chi er mwyn gweld eich derbynneb eto.',
    others: {
      question: 'A oes unrhyw un arall yn gweld y ffôn neu’r e-bost hwn?',
      hint: 'Partner, rhiant, plentyn, rhywun rydych yn rhannu cyfrifiadur ag ef neu hi',
      yes: 'Oes',
      no: 'Nac oes',
      unsure: 'Ddim yn siŵr',
    },
    reach: {
      question: 'A gaiff swyddog gysylltu â chi?',
      none: 'Peidiwch â chysylltu â mi',
      phone: 'Dros y ffôn',
      email: 'Drwy e-bost',
    },
    typed: words => html`Rydych wedi teipio: <strong class="ho-words">${words}</strong>`,
    typedAndNone:
      'Os caiff swyddog ei ddefnyddio, dewiswch “Dros y ffôn” neu “Drwy e-bost”. Os gadewch “Peidiwch â chysylltu â mi”, ni fyddwn yn ei drosglwyddo.',
    typedAndOther: 'Byddwn yn trosglwyddo’r hyn a ddewiswch isod yn unig, nid hwn.',
    phone: 'Rhif sy’n ddiogel i’w ffonio',
    email: 'Cyfeiriad e-bost sy’n ddiogel i ysgrifennu ato',
    when: 'Pryd mae’n ddiogel, a phwy y dylem ddweud ydym ni?',
    whenHint:
      'Er enghraifft: dim ond rhwng 9yb a 3yh; dywedwch mai’r deintydd sydd yno. Gallwch adael hwn yn wag.',
    name: 'Eich enw',
    nameHint: 'Nid oes rhaid i chi ei roi',
    unclearNumber:
      'Rydych wedi rhoi rhif ac wedi dewis “Peidiwch â chysylltu â mi”. Dewiswch pa un rydych yn ei feddwl',
    unclearEmail:
      'Rydych wedi rhoi cyfeiriad e-bost ac wedi dewis “Peidiwch â chysylltu â mi”. Dewiswch pa un rydych yn ei feddwl',
    noPhone: 'Rhowch rif ffôn, neu dewiswch “Peidiwch â chysylltu â mi”',
    noEmail: 'Rhowch gyfeiriad e-bost, megis name@example.example, neu dewiswch “Peidiwch â chysylltu â mi”',
  },
);
