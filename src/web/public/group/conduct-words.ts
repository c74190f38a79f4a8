import { catalogue } from '#web/ui/language/index.ts';

export const CONDUCT_WORDS = catalogue(
  {
    title: 'Did any of this happen?',
    task: 'What was done to anyone',
    hint: 'To anyone, by anyone in your group. Choose all that apply.',
    before: [
      'You do not have to answer. You can talk to a solicitor first. What you write may go to a court.',
      'If anyone is at risk now, call 999.',
    ],
    or: 'or',
    row: 'Done to anyone',
    kinds: {
      confronted: { label: 'Someone was confronted', hint: '' },
      detained: { label: 'Someone was held, or kept from leaving', hint: '' },
      followed: { label: 'Someone was followed or watched', hint: '' },
      named: { label: 'Someone was named', hint: 'Online, to family, neighbours or an employer' },
      filmed: { label: 'Someone was filmed or streamed', hint: '' },
      paid: { label: 'Money was asked for, paid or taken', hint: 'By anyone, donations too' },
      none: { label: 'None of these', hint: '' },
    },
    fields: {
      words: {
        label: 'What happened, when and where?',
        hint: 'And who was there',
        row: 'What was done, when and where',
      },
    },
  },
  {
    title: 'A ddigwyddodd unrhyw un o’r rhain?',
    task: 'Beth wnaed i unrhyw un',
    hint: 'I unrhyw un, gan unrhyw un yn eich grŵp. Dewiswch bopeth sy’n berthnasol.',
    before: [
      'Nid oes rhaid i chi ateb. Gallwch siarad â chyfreithiwr yn gyntaf. Gall yr hyn a ysgrifennwch fynd i lys.',
      'Os oes rhywun mewn perygl nawr, ffoniwch 999.',
    ],
    or: 'neu',
    row: 'Gwnaed i unrhyw un',
    kinds: {
      confronted: { label: 'Cafodd rhywun ei herio', hint: '' },
      detained: { label: 'Cafodd rhywun ei ddal, neu ei rwystro rhag gadael', hint: '' },
      followed: { label: 'Cafodd rhywun ei ddilyn neu ei wylio', hint: '' },
      named: { label: 'Cafodd rhywun ei enwi', hint: 'Ar-lein, wrth deulu, cymdogion neu gyflogwr' },
      filmed: { label: 'Cafodd rhywun ei ffilmio neu ei ffrydio', hint: '' },
      paid: {
        label: 'Gofynnwyd am arian, neu fe’i talwyd neu ei gymryd',
        hint: 'Gan unrhyw un, rhoddion hefyd',
      },
      none: { label: 'Dim un o’r rhain', hint: '' },
    },
    fields: {
      words: {
        label: 'Beth ddigwyddodd, pryd a ble?',
        hint: 'A phwy oedd yno',
        row: 'Beth wnaed, pryd a ble',
      },
    },
  },
);
