import { FINGERPRINT_LIST_WORDS, SOURCE_WORDS } from '#domain/intake/index.ts';
import { html, type Html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** What each item is, in words for the person who handed it in. In English as the receipt says it. */
export const SOURCES = catalogue(
  {
    classes: SOURCE_WORDS,
    list: FINGERPRINT_LIST_WORDS,
    answers: { name: 'Your answers', source: 'What you wrote on these pages' },
    from: (archive: Html) => html`From ${archive}.`,
  },
  {
    classes: {
      typed: 'Geiriau a gafodd eu gludo neu eu teipio gennych',
      'party-export': 'Sgwrs a gadwyd o ap',
      extract: 'Geiriau sgwrs wedi’i phacio, a dynnwyd allan ar eich dyfais',
      screenshot: 'Sgrinlun',
      recording: 'Recordiad',
      'provider-return': 'Ymateb gan y cwmni sy’n rhedeg yr ap',
      'police-extraction': 'Echdyniad gan yr heddlu',
    },
    list: {
      name: 'Rhestr o olion bysedd',
      source:
        'Rhestr o’r ffeiliau eraill yn y sgwrs wedi’i phacio: eu henwau, eu maint a’u holion bysedd. Arhosodd y ffeiliau gyda chi',
    },
    answers: { name: 'Eich atebion', source: 'Yr hyn a ysgrifenasoch ar y tudalennau hyn' },
    from: archive => html`O ${archive}.`,
  },
);
