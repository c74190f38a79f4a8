import { catalogue } from '#web/ui/language/index.ts';

/** The words in the drawing: short, each has one line of its width. */
export const WHAT_LEAVES_WORDS = catalogue(
  {
    caption: 'What leaves this device',
    spoken:
      'The words of the chat go to the police. Pictures, videos and voice notes stay here, and only their fingerprints go.',
    device: 'This device',
    police: 'Police',
    words: 'Words',
    ofTheChat: 'of the chat',
    pictures: 'Pictures, videos,',
    voiceNotes: 'voice notes',
    stay: 'stay here',
    fingerprint: 'fingerprint',
    only: 'only',
  },
  {
    caption: 'Beth sy’n gadael y ddyfais hon',
    spoken:
      'Mae geiriau’r sgwrs yn mynd at yr heddlu. Mae lluniau, fideos a nodiadau llais yn aros yma, a dim ond eu holion bysedd sy’n mynd.',
    device: 'Y ddyfais hon',
    police: 'Yr heddlu',
    words: 'Geiriau',
    ofTheChat: 'y sgwrs',
    pictures: 'Lluniau, fideos,',
    voiceNotes: 'nodiadau llais',
    stay: 'yn aros yma',
    fingerprint: 'ôl bys',
    only: 'yn unig',
  },
);
