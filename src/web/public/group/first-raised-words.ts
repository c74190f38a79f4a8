import { catalogue } from '#web/ui/language/index.ts';

export const FIRST_RAISED_WORDS = catalogue(
  {
    title: 'Who first wrote about these?',
    task: 'Who first wrote about age, sexual matters and meeting',
    before: [
      'We ask because you said that you typed. Write who was first and when, as the chat shows it.',
      'If it was your side, say so. If you are not sure, say that. It is read by a person and never scored.',
    ],
    fields: {
      age: { label: 'Age', hint: 'And what age the profile showed', row: 'First about age' },
      sexual: {
        label: 'Sexual matters',
        hint: 'You do not have to repeat the words',
        row: 'First about sexual matters',
      },
      meeting: { label: 'Meeting', hint: '', row: 'First about meeting' },
    },
  },
  {
    title: 'Pwy ysgrifennodd gyntaf am y rhain?',
    task: 'Pwy ysgrifennodd gyntaf am oedran, materion rhywiol a chwrdd',
    before: [
      'Rydym yn gofyn am i chi ddweud eich bod wedi teipio. Ysgrifennwch pwy oedd gyntaf a phryd, fel mae’r sgwrs yn dangos.',
      'Os eich ochr chi oedd, dywedwch hynny. Os nad ydych yn siŵr, dywedwch hynny. Person sy’n ei ddarllen ac ni chaiff byth ei sgorio.',
    ],
    fields: {
      age: { label: 'Oedran', hint: 'A pha oedran oedd ar y proffil', row: 'Cyntaf am oedran' },
      sexual: {
        label: 'Materion rhywiol',
        hint: 'Nid oes rhaid i chi ailadrodd y geiriau',
        row: 'Cyntaf am faterion rhywiol',
      },
      meeting: { label: 'Cwrdd', hint: '', row: 'Cyntaf am gwrdd' },
    },
  },
);
