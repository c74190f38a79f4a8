import { html, type Html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** The page where the chat is added. */
export const CHAT_WORDS = catalogue(
  {
    title: 'Add the chat',
    intro:
      'Add the file you saved from the app. We take words only, no pictures or videos: a file that ends in .txt or .json.',
    introZip: 'A .zip is opened on this device, and only its words leave it.',
    another: 'Add another file, or paste words',
    none: 'I have no chat, or I cannot save it',
    noFile: 'No file?',
    yours: 'Your files',
    kept: (count: number) =>
      `Kept locked for this visit. ${count === 1 ? 'It goes' : 'They go'} to the police when you press “Hand in”, at the end.`,
    added: (source: string, size: string) => `${source}. ${size}, added.`,
    sameWords: (name: Html) =>
      html`<strong>The same words as in ${name}, which you added before.</strong> You can remove one of them.`,
    remove: 'Remove',
    stayed: (count: number, archive: Html) =>
      count === 1
        ? html`1 other file in ${archive} stayed with you. We have only its fingerprint.`
        : html`${count} other files in ${archive} stayed with you. We have only their fingerprints.`,
    chooseFile: 'Choose the file',
    addAnother: 'Add another file',
    hint: 'A .txt or .json file',
    hintZip: ', or a .zip with one in it',
    hintSize: ', up to 64 MB',
    add: 'Add this file',
    full: 'You have added as many files as we can take at once. Remove one to add another.',
    howToSave: 'How to save a chat from the app',
    fingerprint: 'What a fingerprint is',
    fingerprintIs: [
      'It is a file’s name, its size, and a long code worked out from it. If an officer is later given the phone, the code shows whether it is the same file.',
      'Nobody can turn the code back into the picture.',
    ],
    orPaste: html`You can also <a class="govuk-link" href="/chat/paste">paste or type the words</a>.`,
    chooseFirst: 'Choose a file first',
    nothingAdded: 'Add a file, paste the words, or choose "I have no chat, or I cannot save it"',
    whatToDo: 'What you can do',
    backToFiles: 'Go back to your files',
  },
  {
    title: 'Ychwanegu’r sgwrs',
    intro:
      'Ychwanegwch y ffeil a gadwyd gennych o’r ap. Geiriau’n unig rydym yn eu derbyn, dim lluniau na fideos: ffeil sy’n gorffen â .txt neu .json.',
    introZip: 'Caiff .zip ei agor ar y ddyfais hon, a dim ond ei eiriau sy’n ei gadael.',
    another: 'Ychwanegu ffeil arall, neu ludo geiriau',
    none: 'Nid oes gennyf sgwrs, neu ni allaf ei chadw',
    noFile: 'Dim ffeil?',
    yours: 'Eich ffeiliau',
    kept: count =>
      count === 1
        ? 'Mae dan glo ar gyfer yr ymweliad hwn. Bydd yn mynd at yr heddlu pan fyddwch yn pwyso “Cyflwyno”, ar y diwedd.'
        : 'Maent dan glo ar gyfer yr ymweliad hwn. Byddant yn mynd at yr heddlu pan fyddwch yn pwyso “Cyflwyno”, ar y diwedd.',
    added: (source, size) => `${source}. ${size}, wedi’i hychwanegu.`,
    sameWords: name =>
      html`<strong>Yr un geiriau ag yn ${name}, a ychwanegwyd gennych o’r blaen.</strong> Gallwch dynnu un
        ohonynt.`,
    remove: 'Tynnu',
    stayed: (count, archive) =>
      count === 1
        ? html`Arhosodd 1 ffeil arall yn ${archive} gyda chi. Dim ond ei hôl bys sydd gennym.`
        : html`Arhosodd ${count} ffeil arall yn ${archive} gyda chi. Dim ond eu holion bysedd sydd gennym.`,
    chooseFile: 'Dewiswch y ffeil',
    addAnother: 'Ychwanegwch ffeil arall',
    hint: 'Ffeil .txt neu .json',
    hintZip: ', neu .zip sy’n cynnwys un',
    hintSize: ', hyd at 64 MB',
    add: 'Ychwanegu’r ffeil hon',
    full: 'Rydych wedi ychwanegu cymaint o ffeiliau ag y gallwn eu cymryd ar y tro. Tynnwch un i ychwanegu un arall.',
    howToSave: 'Sut i gadw sgwrs o’r ap',
    fingerprint: 'Beth yw ôl bys',
    fingerprintIs: [
      'Enw ffeil, ei maint, a chod hir a gyfrifir ohoni. Os caiff swyddog y ffôn yn ddiweddarach, mae’r cod yn dangos ai’r un ffeil ydyw.',
      'Ni all neb droi’r cod yn ôl yn llun.',
    ],
    orPaste: html`Gallwch hefyd <a class="govuk-link" href="/chat/paste">ludo neu deipio’r geiriau</a>.`,
    chooseFirst: 'Dewiswch ffeil yn gyntaf',
    nothingAdded:
      'Ychwanegwch ffeil, gludwch y geiriau, neu dewiswch “Nid oes gennyf sgwrs, neu ni allaf ei chadw”',
    whatToDo: 'Beth allwch chi ei wneud',
    backToFiles: 'Mynd yn ôl at eich ffeiliau',
  },
);
