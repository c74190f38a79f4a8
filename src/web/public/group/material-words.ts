import { catalogue } from '#web/ui/language/index.ts';

export const MATERIAL_WORDS = catalogue(
  {
    title: 'What does your group have?',
    task: 'Everything your group has',
    before: [
      'List all of it in words, also what does not help. Do not send pictures or films here.',
      'Keep the originals as they are. Do not edit, cut or delete anything. An officer will say how to hand them over.',
    ],
    fields: {
      originals: {
        label: 'Original phones, computers, accounts and chats',
        hint: 'Say who has each',
        row: 'Originals',
      },
      decoys: {
        label: 'Every decoy account and profile',
        hint: 'With the app, the name, the age shown, and who ran it',
        row: 'Decoys',
      },
      recordings: {
        label: 'Every recording, film and photo',
        hint: 'With date, who made it, and where the uncut one is',
        row: 'Recordings',
      },
      failed: {
        label: 'What came to nothing',
        hint: 'Decoys, chats and visits that failed, or that were about somebody else',
        row: 'What came to nothing',
      },
    },
  },
  {
    title: 'Beth sydd gan eich grŵp?',
    task: 'Popeth sydd gan eich grŵp',
    before: [
      'Rhestrwch y cyfan mewn geiriau, hyd yn oed yr hyn nad yw’n helpu. Peidiwch ag anfon lluniau na ffilmiau yma.',
      'Cadwch y rhai gwreiddiol fel y maent. Peidiwch â golygu, torri na dileu dim. Bydd swyddog yn dweud sut i’w trosglwyddo.',
    ],
    fields: {
      originals: {
        label: 'Ffonau, cyfrifiaduron, cyfrifon a sgyrsiau gwreiddiol',
        hint: 'Dywedwch gan bwy mae pob un',
        row: 'Rhai gwreiddiol',
      },
      decoys: {
        label: 'Pob cyfrif a phroffil ffug',
        hint: 'Gyda’r ap, yr enw, yr oedran a ddangoswyd, a phwy oedd yn ei redeg',
        row: 'Cyfrifon ffug',
      },
      recordings: {
        label: 'Pob recordiad, ffilm a llun',
        hint: 'Gyda’r dyddiad, pwy a’i gwnaeth, a ble mae’r un heb ei dorri',
        row: 'Recordiadau',
      },
      failed: {
        label: 'Yr hyn na ddaeth dim ohono',
        hint: 'Cyfrifon ffug, sgyrsiau ac ymweliadau a fethodd, neu oedd am rywun arall',
        row: 'Na ddaeth dim ohono',
      },
    },
  },
);
