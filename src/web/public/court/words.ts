import { catalogue } from '#web/ui/language/index.ts';

/** That a court and the defence may read what is written. */
export const COURT_WORDS = catalogue(
  {
    title: 'What you write may be read in court',
    toAChild: 'You are not in trouble. Telling us is not wrong, whatever happened.',
    paragraphs: [
      'If there is a court case, what you send and write here may go to the court. It may also go to the person accused and their lawyer. That includes anything you did yourself.',
      'You can leave out your name. But we cannot promise to keep your name from them if we learn it.',
      'So write what you know, in your own words. If you are not sure of something, say so. You do not have to guess.',
    ],
    talkFirst: 'If you want to talk first, call 101 and ask for an officer.',
  },
  {
    title: 'Gall yr hyn a ysgrifennwch gael ei ddarllen yn y llys',
    toAChild: 'Nid ydych mewn trwbl. Nid yw dweud wrthym yn beth drwg, beth bynnag a ddigwyddodd.',
    paragraphs: [
      'Os bydd achos llys, gall yr hyn a anfonwch ac a ysgrifennwch yma fynd i’r llys. Gall hefyd fynd at y person a gyhuddir a’i gyfreithiwr. Mae hynny’n cynnwys unrhyw beth a wnaethoch eich hun.',
      'Gallwch adael eich enw allan. Ond ni allwn addo cadw eich enw rhagddynt os down i’w wybod.',
      'Felly ysgrifennwch yr hyn rydych yn ei wybod, yn eich geiriau eich hun. Os nad ydych yn siŵr o rywbeth, dywedwch hynny. Nid oes rhaid i chi ddyfalu.',
    ],
    talkFirst: 'Os ydych am siarad yn gyntaf, ffoniwch 101 a gofynnwch am swyddog.',
  },
);
