import { catalogue } from '#web/ui/language/index.ts';

export const CHILDREN_WORDS = catalogue(
  {
    title: 'Are there children around this person?',
    task: 'Children around this person',
    hint: 'For example at home, in the family, at work or in a club',
    before: ['Only what you know already. Do not ask anyone, and do not go to look.'],
    words: {
      label: 'Which children, and where?',
      hint: 'You do not need to know their names',
      row: 'Which children, and where',
    },
    row: 'Children around this person',
  },
  {
    title: 'A oes plant o gwmpas y person hwn?',
    task: 'Plant o gwmpas y person hwn',
    hint: 'Er enghraifft gartref, yn y teulu, yn y gwaith neu mewn clwb',
    before: ['Dim ond yr hyn rydych yn ei wybod eisoes. Peidiwch â holi neb, a pheidiwch â mynd i edrych.'],
    words: {
      label: 'Pa blant, a ble?',
      hint: 'Nid oes angen i chi wybod eu henwau',
      row: 'Pa blant, a ble',
    },
    row: 'Plant o gwmpas y person hwn',
  },
);
