import { catalogue } from '#web/ui/language/index.ts';

const STAYED = 'Nothing of it was sent.';
const SAVE_AGAIN =
  'Save the chat again and choose "without media". Then you get a file that ends in .txt. Keep this file too.';
const AROS = 'Ni anfonwyd dim ohoni.';
const CADW_ETO =
  'Cadwch y sgwrs eto a dewiswch “without media”. Yna cewch ffeil sy’n gorffen â .txt. Cadwch y ffeil hon hefyd.';

/** What our script shows while a file is looked at and sent. Names and numbers go in where `{name}` stands. */
export const UPLOAD_WORDS = catalogue(
  {
    looking: 'Looking at the file',
    progress: 'Progress',
    cancel: 'Cancel',
    nothingLeft: 'Nothing has left this device yet.',
    pressAdd: 'Press “Add this file”, and only this leaves it:',
    theFile: 'the file {name}, {size}',
    theWords: 'the words of the chat, {name}, {size}',
    oneFingerprint: 'the fingerprint of 1 other file in {archive}. The file stays here',
    fingerprints: 'the fingerprints of {count} other files in {archive}. The files stay here',
    doNotAdd: 'Do not add it',
    whichChat: 'There is more than one chat in this zip. Which one do you want to hand in?',
    noneOfThese: 'None of these: send nothing',
    goOn: 'Go on sending',
    bytes: 'bytes',
    steps: {
      opening: 'Opening the zip on this device',
      zipFingerprint: 'Taking the fingerprint of the zip',
      fingerprints: 'Taking fingerprints: {done} of {all}',
      wordsFingerprint: 'Taking the fingerprint of the words',
      sending: 'Sending the words',
      checking: 'Checking and locking the words',
      tryingAgain: 'The connection broke. Trying again',
    },
    lost: {
      title: 'The file did not arrive whole',
      why: [
        'The connection broke. What you gave us before is safe.',
        'What has arrived of this file waits for a day. It counts only once all of it is there.',
      ],
      todo: ['When the connection is better, press "Go on sending". Keep this page open until then.'],
    },
    failed: {
      title: 'We could not take the file',
      why: ['Something went wrong on our side. Nothing of the file counts. What you gave us before is safe.'],
      todo: ['Choose the file again. If that fails more than once, open this page again and try once more.'],
    },
    archive: {
      'not-a-zip': { title: 'This is not a zip file we can open', why: [STAYED], todo: [SAVE_AGAIN] },
      encrypted: {
        title: 'This zip file has a password',
        why: [`We cannot open it. ${STAYED}`],
        todo: [
          'Save the chat again without a password. If a picture in it may be sexual, stop: do not open or copy it.',
        ],
      },
      'too-many-members': {
        title: 'There are too many files in this zip file',
        why: [`We open zip files with up to 10,000 files. ${STAYED}`],
        todo: [SAVE_AGAIN],
      },
      bomb: {
        title: 'This zip file grows far too large when it is opened',
        why: [`Such a file can harm a phone or computer, so we stopped. ${STAYED}`],
        todo: [`If somebody sent it to you, do not open it. Tell us about it in words. ${SAVE_AGAIN}`],
      },
      'unsafe-name': {
        title: 'A file in this zip has a name that is not safe',
        why: [`Its name points outside the zip. No app saves a chat like that. ${STAYED}`],
        todo: [SAVE_AGAIN],
      },
      disagrees: {
        title: 'This zip file says two different things about what is in it',
        why: [`Different programs would see different files in it, so we cannot rely on it. ${STAYED}`],
        todo: [SAVE_AGAIN],
      },
      'duplicate-names': {
        title: 'Two files in this zip have the same name',
        why: [`We cannot tell which one is the chat. ${STAYED}`],
        todo: [SAVE_AGAIN],
      },
      damaged: {
        title: 'This zip file is damaged',
        why: [`It may not have been saved to the end. ${STAYED}`],
        todo: [SAVE_AGAIN],
      },
      'no-chat': {
        title: 'There is no chat in this zip file',
        why: [`We looked for a text file such as _chat.txt or result.json. ${STAYED}`],
        todo: [
          'Choose the zip that the app saved, or write down the words. If a picture in it may be sexual, stop: do not open or copy it.',
        ],
      },
      'chat-too-large': {
        title: 'The chat in this zip file is too large',
        why: [`We take up to 64 MB of words at once. ${STAYED}`],
        todo: ['Call 101 and say so. Keep the file.'],
      },
      'cannot-open-here': {
        title: 'This browser cannot open zip files',
        why: [STAYED],
        todo: [`${SAVE_AGAIN} Or try another browser.`],
      },
    },
  },
  {
    looking: 'Yn edrych ar y ffeil',
    progress: 'Cynnydd',
    cancel: 'Canslo',
    nothingLeft: 'Nid oes dim byd wedi gadael y ddyfais hon eto.',
    pressAdd: 'Pwyswch “Ychwanegu’r ffeil hon”, a dim ond hyn fydd yn ei gadael:',
    theFile: 'y ffeil {name}, {size}',
    theWords: 'geiriau’r sgwrs, {name}, {size}',
    oneFingerprint: 'ôl bys 1 ffeil arall yn {archive}. Mae’r ffeil yn aros yma',
    fingerprints: 'olion bysedd {count} ffeil arall yn {archive}. Mae’r ffeiliau’n aros yma',
    doNotAdd: 'Peidio â’i hychwanegu',
    whichChat: 'Mae mwy nag un sgwrs yn y zip hwn. Pa un rydych am ei chyflwyno?',
    noneOfThese: 'Dim un o’r rhain: peidio ag anfon dim',
    goOn: 'Parhau i anfon',
    bytes: 'beit',
    steps: {
      opening: 'Yn agor y zip ar y ddyfais hon',
      zipFingerprint: 'Yn cymryd ôl bys y zip',
      fingerprints: 'Yn cymryd olion bysedd: {done} o {all}',
      wordsFingerprint: 'Yn cymryd ôl bys y geiriau',
      sending: 'Yn anfon y geiriau',
      checking: 'Yn gwirio ac yn cloi’r geiriau',
      tryingAgain: 'Torrodd y cysylltiad. Yn rhoi cynnig arall arni',
    },
    lost: {
      title: 'Ni chyrhaeddodd y ffeil yn gyfan',
      why: [
        'Torrodd y cysylltiad. Mae’r hyn a roesoch i ni o’r blaen yn ddiogel.',
        'Mae’r hyn sydd wedi cyrraedd o’r ffeil hon yn aros am ddiwrnod. Dim ond pan fydd y cyfan yno y bydd yn cyfrif.',
      ],
      todo: [
        'Pan fydd y cysylltiad yn well, pwyswch “Parhau i anfon”. Cadwch y dudalen hon ar agor tan hynny.',
      ],
    },
    failed: {
      title: 'Ni allem gymryd y ffeil',
      why: [
        'Aeth rhywbeth o’i le ar ein hochr ni. Nid oes dim o’r ffeil yn cyfrif. Mae’r hyn a roesoch i ni o’r blaen yn ddiogel.',
      ],
      todo: [
        'Dewiswch y ffeil eto. Os bydd hynny’n methu fwy nag unwaith, agorwch y dudalen hon eto a rhowch gynnig arall arni.',
      ],
    },
    archive: {
      'not-a-zip': {
        title: 'Nid yw hon yn ffeil zip y gallwn ei hagor',
        why: [AROS],
        todo: [CADW_ETO],
      },
      encrypted: {
        title: 'Mae cyfrinair ar y ffeil zip hon',
        why: [`Ni allwn ei hagor. ${AROS}`],
        todo: [
          'Cadwch y sgwrs eto heb gyfrinair. Os gallai llun ynddi fod yn rhywiol, stopiwch: peidiwch â’i hagor na’i chopïo.',
        ],
      },
      'too-many-members': {
        title: 'Mae gormod o ffeiliau yn y ffeil zip hon',
        why: [`Rydym yn agor ffeiliau zip sydd â hyd at 10,000 o ffeiliau. ${AROS}`],
        todo: [CADW_ETO],
      },
      bomb: {
        title: 'Mae’r ffeil zip hon yn mynd yn llawer rhy fawr pan gaiff ei hagor',
        why: [`Gall ffeil o’r fath niweidio ffôn neu gyfrifiadur, felly gwnaethom stopio. ${AROS}`],
        todo: [
          `Os anfonodd rhywun hi atoch, peidiwch â’i hagor. Dywedwch wrthym amdani mewn geiriau. ${CADW_ETO}`,
        ],
      },
      'unsafe-name': {
        title: 'Mae gan ffeil yn y zip hwn enw nad yw’n ddiogel',
        why: [`Mae ei henw’n pwyntio y tu allan i’r zip. Nid oes ap yn cadw sgwrs felly. ${AROS}`],
        todo: [CADW_ETO],
      },
      disagrees: {
        title: 'Mae’r ffeil zip hon yn dweud dau beth gwahanol am yr hyn sydd ynddi',
        why: [
          `Byddai rhaglenni gwahanol yn gweld ffeiliau gwahanol ynddi, felly ni allwn ddibynnu arni. ${AROS}`,
        ],
        todo: [CADW_ETO],
      },
      'duplicate-names': {
        title: 'Mae gan ddwy ffeil yn y zip hwn yr un enw',
        why: [`Ni allwn ddweud pa un yw’r sgwrs. ${AROS}`],
        todo: [CADW_ETO],
      },
      damaged: {
        title: 'Mae’r ffeil zip hon wedi’i difrodi',
        why: [`Efallai na chafodd ei chadw hyd y diwedd. ${AROS}`],
        todo: [CADW_ETO],
      },
      'no-chat': {
        title: 'Nid oes sgwrs yn y ffeil zip hon',
        why: [`Gwnaethom edrych am ffeil testun megis _chat.txt neu result.json. ${AROS}`],
        todo: [
          'Dewiswch y zip a gadwyd gan yr ap, neu ysgrifennwch y geiriau. Os gallai llun ynddo fod yn rhywiol, stopiwch: peidiwch â’i agor na’i gopïo.',
        ],
      },
      'chat-too-large': {
        title: 'Mae’r sgwrs yn y ffeil zip hon yn rhy fawr',
        why: [`Rydym yn derbyn hyd at 64 MB o eiriau ar y tro. ${AROS}`],
        todo: ['Ffoniwch 101 a dywedwch hynny. Cadwch y ffeil.'],
      },
      'cannot-open-here': {
        title: 'Ni all y porwr hwn agor ffeiliau zip',
        why: [AROS],
        todo: [`${CADW_ETO} Neu rhowch gynnig ar borwr arall.`],
      },
    },
  },
);
