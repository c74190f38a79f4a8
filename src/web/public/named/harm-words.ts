import { catalogue } from '#web/ui/language/index.ts';

export const HARM_WORDS = catalogue(
  {
    title: 'What was done to you?',
    task: 'What was done to you or your family',
    hint: 'To you or your family. Choose all that apply.',
    before: ['Do not write about what anyone says you did. We do not ask about it here.'],
    or: 'or',
    row: 'What was done',
    kinds: {
      threatened: { label: 'Threats', hint: '' },
      attacked: { label: 'Violence, or damage to a home or car', hint: '' },
      followed: { label: 'Being confronted, followed or watched', hint: '' },
      filmed: { label: 'Being filmed or streamed', hint: '' },
      posted: { label: 'Names, pictures or an address put online', hint: '' },
    },
    fields: {
      words: {
        label: 'What happened, when and where?',
        hint: 'Who did it, if you know. You can leave this empty',
        row: 'What, when and where',
      },
      links: {
        label: 'Links to films, posts or threats',
        hint: 'One on each line. We keep them as text and never open them.',
        row: 'Links',
      },
    },
  },
  {
    title: 'Beth wnaed i chi?',
    task: 'Beth wnaed i chi neu i’ch teulu',
    hint: 'I chi neu i’ch teulu. Dewiswch bopeth sy’n berthnasol.',
    before: [
      'Peidiwch ag ysgrifennu am yr hyn mae unrhyw un yn dweud i chi ei wneud. Nid ydym yn gofyn am hynny yma.',
    ],
    or: 'neu',
    row: 'Beth wnaed',
    kinds: {
      threatened: { label: 'Bygythiadau', hint: '' },
      attacked: { label: 'Trais, neu ddifrod i gartref neu gar', hint: '' },
      followed: { label: 'Cael fy herio, fy nilyn neu fy ngwylio', hint: '' },
      filmed: { label: 'Cael fy ffilmio neu fy ffrydio', hint: '' },
      posted: { label: 'Enwau, lluniau neu gyfeiriad wedi’u rhoi ar-lein', hint: '' },
    },
    fields: {
      words: {
        label: 'Beth ddigwyddodd, pryd a ble?',
        hint: 'Pwy wnaeth hyn, os ydych yn gwybod. Gallwch adael hwn yn wag',
        row: 'Beth, pryd a ble',
      },
      links: {
        label: 'Dolenni i ffilmiau, postiadau neu fygythiadau',
        hint: 'Un ar bob llinell. Rydym yn eu cadw fel testun ac nid ydym byth yn eu hagor.',
        row: 'Dolenni',
      },
    },
  },
);
