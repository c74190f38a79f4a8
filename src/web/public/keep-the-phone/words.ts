import { catalogue } from '#web/ui/language/index.ts';

export const KEEP_WORDS = catalogue(
  {
    title: 'Stop here with the phone',
    first: 'Do not save the chat from the app. Do not copy, send or look again. We will come for the phone.',
    list: [
      'keep the phone charged and where nobody else uses it',
      'tell us about it in words on the next pages',
    ],
    not: [
      'do not delete anything, reset or update it',
      'do not show it to anyone, and do not take photos of it',
    ],
    reach: 'To come for it, an officer has to reach you. If you left no way to reach you, call 101.',
  },
  {
    title: 'Stopiwch yma gyda’r ffôn',
    first:
      'Peidiwch â chadw’r sgwrs o’r ap. Peidiwch â chopïo, anfon nac edrych eto. Fe ddown ni i nôl y ffôn.',
    list: [
      'cadwch y ffôn wedi’i wefru a lle nad oes neb arall yn ei ddefnyddio',
      'dywedwch wrthym amdano mewn geiriau ar y tudalennau nesaf',
    ],
    not: [
      'peidiwch â dileu dim, na’i ailosod na’i ddiweddaru',
      'peidiwch â’i ddangos i neb, a pheidiwch â thynnu lluniau ohono',
    ],
    reach:
      'I ddod i’w nôl, mae’n rhaid i swyddog allu cysylltu â chi. Os na adawsoch ffordd o gysylltu â chi, ffoniwch 101.',
  },
);
