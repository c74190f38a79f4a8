import { catalogue } from '#web/ui/language/index.ts';

/** Pasting or typing the words of a chat. */
export const PASTE_WORDS = catalogue(
  {
    title: 'Paste or type the words',
    hint: 'Copy the messages with names and times, if you can. No pictures.',
    add: 'Add these words',
    noted:
      'We note that these words were pasted. Keep the chat on the phone too: it can show more than a copy.',
    empty: 'Paste or type some words',
    /** Of a refusal that was written for a file. */
    refused: (title: string) => title.replace('That file', 'This'),
    name: (number: number) => `Pasted text ${number}.txt`,
  },
  {
    title: 'Gludo neu deipio’r geiriau',
    hint: 'Copïwch y negeseuon gyda’r enwau a’r amseroedd, os gallwch. Dim lluniau.',
    add: 'Ychwanegu’r geiriau hyn',
    noted:
      'Byddwn yn nodi bod y geiriau hyn wedi’u gludo. Cadwch y sgwrs ar y ffôn hefyd: gall ddangos mwy na chopi.',
    empty: 'Gludwch neu deipiwch rai geiriau',
    refused: () => 'Ni allwn gymryd y geiriau hyn',
    name: number => `Testun wedi’i ludo ${number}.txt`,
  },
);
