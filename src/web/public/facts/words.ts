import { catalogue } from '#web/ui/language/index.ts';

export const FACTS_WORDS = catalogue(
  {
    title: 'When and how did it begin?',
    task: 'When and how it began',
    before: ['Fill in what you know. Leave the rest empty.'],
    fields: {
      firstContact: {
        label: 'How and where did contact begin?',
        hint: 'For example, in the chat of a game',
        row: 'How contact began',
      },
      when: {
        label: 'When did it happen?',
        hint: 'For example, from September until last night',
        row: 'When',
      },
      childAge: {
        label: 'How old is the child?',
        hint: 'If you know. Leave it empty if there is no child',
        row: 'Age of the child',
      },
      links: {
        label: 'Links',
        hint: 'One on each line. We keep them as text and never open them.',
        row: 'Links',
      },
    },
  },
  {
    title: 'Pryd a sut y dechreuodd?',
    task: 'Pryd a sut y dechreuodd',
    before: ['Llenwch yr hyn rydych yn ei wybod. Gadewch y gweddill yn wag.'],
    fields: {
      firstContact: {
        label: 'Sut a ble y dechreuodd y cyswllt?',
        hint: 'Er enghraifft, mewn sgwrs mewn gêm',
        row: 'Sut y dechreuodd y cyswllt',
      },
      when: {
        label: 'Pryd y digwyddodd?',
        hint: 'Er enghraifft, o fis Medi tan neithiwr',
        row: 'Pryd',
      },
      childAge: {
        label: 'Faint oed yw’r plentyn?',
        hint: 'Os ydych yn gwybod. Gadewch yn wag os nad oes plentyn',
        row: 'Oedran y plentyn',
      },
      links: {
        label: 'Dolenni',
        hint: 'Un ar bob llinell. Rydym yn eu cadw fel testun ac nid ydym byth yn eu hagor.',
        row: 'Dolenni',
      },
    },
  },
);
