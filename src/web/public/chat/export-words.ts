import { html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/**
 * How to save a chat without its pictures, app by app. Menus as of 2026; they move now and then. They are named in English
 * in both languages: these apps have no Welsh.
 */
export const EXPORT_WORDS = catalogue(
  {
    stop: html`<strong>If a picture in the chat may be sexual, stop.</strong> Do not save the chat. Keep the
      phone as it is and choose “I have no chat, or I cannot save it”.`,
    flightMode: 'Turn on flight mode first, so that nothing new arrives while you save.',
    apps: [
      {
        name: 'WhatsApp on iPhone',
        steps: [
          'Open the chat and touch the name at the top.',
          'Go down to “Export chat”.',
          'Choose “Without media”, then “Save to Files”.',
        ],
      },
      {
        name: 'WhatsApp on Android',
        steps: [
          'Open the chat and touch the three dots, then “More”.',
          'Touch “Export chat”.',
          'Choose “Without media” and save the file.',
        ],
      },
      {
        name: 'Telegram, on a computer',
        steps: [
          'Open the chat in Telegram Desktop and choose the three dots.',
          'Choose “Export chat history” and untick photos and all other media.',
          'Choose “Machine-readable JSON”. Add the file result.json here.',
        ],
      },
    ],
    another: 'Another app',
    ofAnother: [
      'Some apps let you download your messages. If yours does, choose “JSON” where it asks, and no photos or videos. Add only the file of this conversation. We can read such files of Messenger, Instagram, Snapchat, Discord and Signal, and text messages saved with SMS Backup & Restore.',
      'If it has no way to save a chat, copy the words and paste them here. Do not take screenshots of pictures.',
    ],
  },
  {
    stop: html`<strong>Os gallai llun yn y sgwrs fod yn rhywiol, stopiwch.</strong> Peidiwch â chadw’r sgwrs.
      Cadwch y ffôn fel y mae a dewiswch “Nid oes gennyf sgwrs, neu ni allaf ei chadw”.`,
    flightMode:
      'Trowch fodd awyren ymlaen yn gyntaf, fel na fydd dim byd newydd yn cyrraedd wrth i chi gadw.',
    apps: [
      {
        name: 'WhatsApp ar iPhone',
        steps: [
          'Agorwch y sgwrs a chyffyrddwch â’r enw ar y brig.',
          'Ewch i lawr i “Export chat”.',
          'Dewiswch “Without media”, yna “Save to Files”.',
        ],
      },
      {
        name: 'WhatsApp ar Android',
        steps: [
          'Agorwch y sgwrs a chyffyrddwch â’r tri dot, yna “More”.',
          'Cyffyrddwch ag “Export chat”.',
          'Dewiswch “Without media” a chadwch y ffeil.',
        ],
      },
      {
        name: 'Telegram, ar gyfrifiadur',
        steps: [
          'Agorwch y sgwrs yn Telegram Desktop a dewiswch y tri dot.',
          'Dewiswch “Export chat history” a thynnwch y tic oddi ar luniau a phob cyfrwng arall.',
          'Dewiswch “Machine-readable JSON”. Ychwanegwch y ffeil result.json yma.',
        ],
      },
    ],
    another: 'Ap arall',
    ofAnother: [
      'Mae rhai apiau’n gadael i chi lawrlwytho eich negeseuon. Os yw eich un chi’n gwneud hynny, dewiswch “JSON” lle mae’n gofyn, a dim lluniau na fideos. Ychwanegwch ffeil y sgwrs hon yn unig. Gallwn ddarllen ffeiliau o’r fath gan Messenger, Instagram, Snapchat, Discord a Signal, a negeseuon testun a gadwyd gydag SMS Backup & Restore.',
      'Os nad oes ffordd o gadw sgwrs, copïwch y geiriau a’u gludo yma. Peidiwch â thynnu sgrinluniau o luniau.',
    ],
  },
);
