import { catalogue } from '#web/ui/language/index.ts';

export const PEOPLE_WORDS = catalogue(
  {
    title: 'What did you do yourself?',
    task: 'Who typed, filmed and was present',
    hint: 'Choose all that apply.',
    before: ['An officer may need a statement from everyone who typed, filmed or was present.'],
    or: 'or',
    row: 'What you did yourself',
    kinds: {
      typed: { label: 'I typed to the person', hint: 'As a decoy, on any account' },
      filmed: { label: 'I filmed or recorded', hint: '' },
      present: { label: 'I was present', hint: 'At a meeting, a confrontation or nearby' },
      none: { label: 'None of these', hint: '' },
    },
    fields: {
      others: {
        label: 'Who else typed, filmed or was present?',
        hint: 'Their names, or the names they use, and what each did',
        row: 'Who else, and what each did',
      },
    },
  },
  {
    title: 'Beth wnaethoch chi eich hun?',
    task: 'Pwy wnaeth deipio, ffilmio a bod yn bresennol',
    hint: 'Dewiswch bopeth sy’n berthnasol.',
    before: ['Efallai y bydd angen datganiad ar swyddog gan bawb a fu’n teipio, yn ffilmio neu’n bresennol.'],
    or: 'neu',
    row: 'Beth wnaethoch chi eich hun',
    kinds: {
      typed: { label: 'Fe wnes i deipio at y person', hint: 'Fel person ffug, ar unrhyw gyfrif' },
      filmed: { label: 'Fe wnes i ffilmio neu recordio', hint: '' },
      present: { label: 'Roeddwn i’n bresennol', hint: 'Mewn cyfarfod, gwrthdaro neu gerllaw' },
      none: { label: 'Dim un o’r rhain', hint: '' },
    },
    fields: {
      others: {
        label: 'Pwy arall fu’n teipio, yn ffilmio neu’n bresennol?',
        hint: 'Eu henwau, neu’r enwau maent yn eu defnyddio, a beth wnaeth pob un',
        row: 'Pwy arall, a beth wnaeth pob un',
      },
    },
  },
);
