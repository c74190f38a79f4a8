import { catalogue } from '#web/ui/language/index.ts';

export const CONTACT_NOW_WORDS = catalogue(
  {
    title: 'Does contact with this person go on?',
    task: 'Whether contact goes on',
    hint: 'From you, anyone in your group, or any account of yours',
    before: ['We will not ask you to go on, and nobody may ask you in our name.'],
    stop: 'Stop. Keep everything. Do not post.',
    stopDo: [
      'Do not reply, arrange anything, meet, follow or film.',
      'Do not delete, edit or close anything.',
      'Do not name anyone, online or to others.',
    ],
    words: {
      label: 'Who is in contact, on which account, and since when?',
      hint: '',
      row: 'Who is in contact, and since when',
    },
    row: 'Contact goes on',
  },
  {
    title: 'A yw’r cyswllt â’r person hwn yn parhau?',
    task: 'A yw’r cyswllt yn parhau',
    hint: 'Gennych chi, unrhyw un yn eich grŵp, neu unrhyw gyfrif sydd gennych',
    before: ['Ni fyddwn yn gofyn i chi barhau, ac ni chaiff neb ofyn hynny yn ein henw ni.'],
    stop: 'Stopiwch. Cadwch bopeth. Peidiwch â phostio.',
    stopDo: [
      'Peidiwch ag ateb, trefnu dim, cwrdd, dilyn na ffilmio.',
      'Peidiwch â dileu, golygu na chau dim.',
      'Peidiwch ag enwi neb, ar-lein nac wrth eraill.',
    ],
    words: {
      label: 'Pwy sydd mewn cysylltiad, ar ba gyfrif, ac ers pryd?',
      hint: '',
      row: 'Pwy sydd mewn cysylltiad, ac ers pryd',
    },
    row: 'Mae’r cyswllt yn parhau',
  },
);
