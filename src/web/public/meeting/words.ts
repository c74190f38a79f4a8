import { catalogue } from '#web/ui/language/index.ts';

export const MEETING_WORDS = catalogue(
  {
    title: 'Is a meeting with a child planned?',
    task: 'Whether a meeting is planned',
    hint: '',
    before: [
      'Do not go there, and do not change anything that was agreed.',
      'If you choose Yes, your answer goes to the police desk when you press Continue, even if you stop there.',
    ],
    callNow: 'If it may be within hours, do not wait for us. Call 999 now.',
    words: {
      label: 'When, where, and how do you know?',
      hint: 'Only what you know already',
      row: 'The meeting: when and where',
    },
    row: 'A meeting is planned',
  },
  {
    title: 'A oes cyfarfod â phlentyn wedi’i drefnu?',
    task: 'A oes cyfarfod wedi’i drefnu',
    hint: '',
    before: [
      'Peidiwch â mynd yno, a pheidiwch â newid dim a gytunwyd.',
      'Os dewiswch Ie, bydd eich ateb yn mynd at ddesg yr heddlu pan bwyswch Parhau, hyd yn oed os stopiwch yno.',
    ],
    callNow: 'Os gall fod o fewn oriau, peidiwch ag aros amdanom ni. Ffoniwch 999 nawr.',
    words: {
      label: 'Pryd, ble, a sut ydych chi’n gwybod?',
      hint: 'Dim ond yr hyn rydych yn ei wybod eisoes',
      row: 'Y cyfarfod: pryd a ble',
    },
    row: 'Mae cyfarfod wedi’i drefnu',
  },
);
