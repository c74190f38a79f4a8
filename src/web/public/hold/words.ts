import { catalogue } from '#web/ui/language/index.ts';

export const HOLD_WORDS = catalogue(
  {
    title: 'What do you have?',
    task: 'What you have',
    hint: 'Choose all that apply.',
    row: 'What you have',
    or: 'or',
    kinds: {
      chat: {
        label: 'Messages I can save from an app',
        hint: 'We show you how. Words only, no pictures',
      },
      phone: {
        label: 'I only have the phone',
        hint: 'Or another device. Keep it charged. Do not reset or update it. An officer can collect it',
      },
      screenshots: {
        label: 'I have screenshots',
        hint: 'Keep them and do not send them here. An officer may send you a link for them',
      },
      'only-words': {
        label: 'Nothing but what I know',
        hint: 'That is enough. You can write it on the next pages',
      },
    },
    shows: {
      label: 'What do the screenshots or the phone show?',
      hint: 'Say it in words. You do not have to describe anything sexual',
      row: 'What they show',
    },
    pictures: 'Could any picture or video be sexual, and show someone under 18?',
    picturesHint: 'Do not look to find out',
    picturesYes: 'Yes, or there may be',
    picturesNo: 'No',
    picturesRow: 'A picture may be sexual',
    stop: 'If there may be: stop. Do not copy, send or look again. Keep the phone. We will come for it.',
  },
  {
    title: 'Beth sydd gennych chi?',
    task: 'Beth sydd gennych',
    hint: 'Dewiswch bopeth sy’n berthnasol.',
    row: 'Beth sydd gennych',
    or: 'neu',
    kinds: {
      chat: {
        label: 'Negeseuon y gallaf eu cadw o ap',
        hint: 'Rydym yn dangos i chi sut. Geiriau yn unig, dim lluniau',
      },
      phone: {
        label: 'Dim ond y ffôn sydd gen i',
        hint: 'Neu ddyfais arall. Cadwch hi wedi’i gwefru. Peidiwch â’i hailosod na’i diweddaru. Gall swyddog ei chasglu',
      },
      screenshots: {
        label: 'Mae gen i sgrinluniau',
        hint: 'Cadwch nhw a pheidiwch â’u hanfon yma. Efallai y bydd swyddog yn anfon dolen atoch ar eu cyfer',
      },
      'only-words': {
        label: 'Dim ond yr hyn rydw i’n ei wybod',
        hint: 'Mae hynny’n ddigon. Gallwch ei ysgrifennu ar y tudalennau nesaf',
      },
    },
    shows: {
      label: 'Beth mae’r sgrinluniau neu’r ffôn yn ei ddangos?',
      hint: 'Dywedwch mewn geiriau. Nid oes rhaid i chi ddisgrifio dim rhywiol',
      row: 'Beth maent yn ei ddangos',
    },
    pictures: 'A allai unrhyw lun neu fideo fod yn rhywiol, a dangos rhywun dan 18 oed?',
    picturesHint: 'Peidiwch ag edrych i gael gwybod',
    picturesYes: 'Oes, neu fe all fod',
    picturesNo: 'Nac oes',
    picturesRow: 'Gall llun fod yn rhywiol',
    stop: 'Os gall fod: stopiwch. Peidiwch â chopïo, anfon nac edrych eto. Cadwch y ffôn. Fe ddown ni i’w nôl.',
  },
);
