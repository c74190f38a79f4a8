import { catalogue } from '#web/ui/language/index.ts';

export const ACCOUNTS_WORDS = catalogue(
  {
    title: 'Which accounts do you know of?',
    task: 'Accounts, names and numbers',
    before: [
      'Usernames, names and phone numbers on any app, game or website. Also the child’s own, if you know it.',
      'Do not look for more. What you know already is enough.',
    ],
    entry: (number: string) => `Account ${number}`,
    fields: {
      platform: { label: 'Which app, game or website?', hint: '', row: 'App or site' },
      name: { label: 'Username, name or number', hint: '', row: 'Name there' },
      whose: {
        label: 'Whose is it?',
        hint: 'For example, the adult, the child, or not known',
        row: 'Whose',
      },
      howKnown: {
        label: 'How do you know?',
        hint: 'For example, I saw it on her phone',
        row: 'How known',
      },
    },
  },
  {
    title: 'Pa gyfrifon rydych yn gwybod amdanynt?',
    task: 'Cyfrifon, enwau a rhifau',
    before: [
      'Enwau defnyddwyr, enwau a rhifau ffôn ar unrhyw ap, gêm neu wefan. Hefyd rhai’r plentyn, os ydych yn eu gwybod.',
      'Peidiwch â chwilio am ragor. Mae’r hyn rydych yn ei wybod eisoes yn ddigon.',
    ],
    entry: (number: string) => `Cyfrif ${number}`,
    fields: {
      platform: { label: 'Pa ap, gêm neu wefan?', hint: '', row: 'Ap neu safle' },
      name: { label: 'Enw defnyddiwr, enw neu rif', hint: '', row: 'Enw yno' },
      whose: {
        label: 'Pwy piau’r cyfrif?',
        hint: 'Er enghraifft, yr oedolyn, y plentyn, neu ddim yn hysbys',
        row: 'Pwy piau',
      },
      howKnown: {
        label: 'Sut ydych chi’n gwybod?',
        hint: 'Er enghraifft, fe’i gwelais ar ei ffôn',
        row: 'Sut y gwyddys',
      },
    },
  },
);
