import { catalogue } from '#web/ui/language/index.ts';

export const AWARE_WORDS = catalogue(
  {
    title: 'When did you become aware?',
    task: 'When you became aware',
    before: [
      'Your receipt shows this time beside the time you told us. Keep it as the record that you told the police.',
    ],
    role: { label: 'What is your role?', hint: 'For example, safeguarding lead', row: 'Your role' },
    day: 'On which day?',
    dayHint: 'For example, 21 11 2026. The day it first came to you or your staff',
    parts: { day: 'Day', month: 'Month', year: 'Year' },
    time: { label: 'At what time?', hint: 'For example, 14:30, or 9:05', row: '' },
    alsoTold: {
      label: 'Who else have you told?',
      hint: 'For example, children’s social care, with their reference and when',
      row: 'Who else was told',
    },
    row: 'You became aware',
    wrongDay: 'Enter a day, such as 21 11 2026, or leave all three empty',
    wrongTime: 'Enter a time such as 14:30, or leave it empty',
    timeAlone: 'Enter the day as well',
  },
  {
    title: 'Pryd daethoch chi’n ymwybodol?',
    task: 'Pryd daethoch yn ymwybodol',
    before: [
      'Mae eich derbynneb yn dangos yr amser hwn wrth ymyl yr amser y dywedoch wrthym. Cadwch hi fel cofnod eich bod wedi dweud wrth yr heddlu.',
    ],
    role: { label: 'Beth yw eich rôl?', hint: 'Er enghraifft, arweinydd diogelu', row: 'Eich rôl' },
    day: 'Ar ba ddiwrnod?',
    dayHint: 'Er enghraifft, 21 11 2026. Y diwrnod y daeth atoch chi neu’ch staff gyntaf',
    parts: { day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn' },
    time: { label: 'Faint o’r gloch?', hint: 'Er enghraifft, 14:30, neu 9:05', row: '' },
    alsoTold: {
      label: 'Wrth bwy arall ydych chi wedi dweud?',
      hint: 'Er enghraifft, gofal cymdeithasol plant, gyda’u cyfeirnod a phryd',
      row: 'Wrth bwy arall y dywedwyd',
    },
    row: 'Daethoch yn ymwybodol',
    wrongDay: 'Rhowch ddiwrnod, fel 21 11 2026, neu gadewch y tri yn wag',
    wrongTime: 'Rhowch amser fel 14:30, neu gadewch yn wag',
    timeAlone: 'Rhowch y diwrnod hefyd',
  },
);
