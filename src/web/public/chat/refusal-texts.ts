import { catalogue } from '#web/ui/language/index.ts';

const NOTHING_KEPT = 'It stayed on your phone or computer. We kept nothing of it.';
const STOP = 'If a picture in it may be sexual, stop: do not open, unpack or copy it.';
const SAVE_AGAIN = 'Save the chat again and choose "without media". Then you get a file that ends in .txt.';
const UNPACK =
  'Or unpack it on your phone or computer, and add the file in it that ends in .txt or .json. Or open that file, copy its words, and paste them.';

const DIM_WEDI_EI_GADW = 'Arhosodd ar eich ffôn neu’ch cyfrifiadur. Ni wnaethom gadw dim ohoni.';
const STOPIWCH =
  'Os gallai llun ynddi fod yn rhywiol, stopiwch: peidiwch â’i hagor, ei dadbacio na’i chopïo.';
const CADW_ETO = 'Cadwch y sgwrs eto a dewiswch “without media”. Yna cewch ffeil sy’n gorffen â .txt.';
const DADBACIO =
  'Neu dadbaciwch hi ar eich ffôn neu’ch cyfrifiadur, ac ychwanegwch y ffeil ynddi sy’n gorffen â .txt neu .json. Neu agorwch y ffeil honno, copïwch ei geiriau, a’u gludo.';

/** Why a file was not taken, without blame, and what to do. */
export const REFUSAL_TEXTS = catalogue(
  {
    upTo: (megabytes: number) => `We take files of up to ${megabytes} MB.`,
    nearLine: (line: number) => `Look near line ${line}.`,
    picture: {
      title: 'That file is a picture',
      why: [
        'Its name may say something else. That often happens when a file is saved or renamed. It is nothing you did wrong.',
        'We take words only. We kept nothing of the picture.',
      ],
      todo: [
        'If it may show someone under 18 in a sexual way, do not open or copy it again. Tell us about it in words.',
        'If it is a screenshot of a chat, keep it. Write down what it says on the page "What happened".',
      ],
    },
    recording: {
      title: 'That file is a video or a sound recording',
      why: ['We take words only. We kept nothing of it.'],
      todo: ['Keep it. Write down what it shows and when it was made. Call 101 and say that you have it.'],
    },
    archive: {
      title: 'That file is packed (a zip or similar)',
      why: [
        'A packed chat can hold pictures. A .zip we open on your own phone or computer, and only its words leave it.',
        `Other packed files we cannot open. ${NOTHING_KEPT}`,
      ],
      todo: [STOP, SAVE_AGAIN, UNPACK],
    },
    packedWithoutScripts: {
      title: 'That file is packed (a zip or similar)',
      why: [
        'A packed chat can hold pictures. So a script of this page opens it on your own phone or computer, and only its words leave it.',
        'In your browser that script did not run: scripts (JavaScript) are off, or it did not load. We read only the first few letters of the file and kept nothing.',
      ],
      todo: [
        STOP,
        SAVE_AGAIN,
        UNPACK,
        'Or turn scripts on, or use another browser, such as the newest Chrome, Firefox, Edge or Safari. Then choose the .zip again.',
      ],
    },
    document: {
      title: 'That file is a document, not plain text',
      why: [`A document can hold pictures, so we cannot take it here. ${NOTHING_KEPT}`],
      todo: [
        'Open it, copy its words, and paste them here.',
        'Or save it again as plain text. Its name then ends in .txt.',
      ],
    },
    binary: {
      title: 'That file is not text',
      why: [`We take plain text only, such as a chat saved from an app. ${NOTHING_KEPT}`],
      todo: ['Save the chat from the app "without media". Then you get a file that ends in .txt or .json.'],
    },
    empty: {
      title: 'That file is empty',
      why: ['There are no words in it.'],
      todo: ['Save the chat from the app again, see that the file is larger than 0 KB, and choose it here.'],
    },
    utf16: {
      title: 'That file was saved in a form we cannot take',
      why: [`Another program saved it as "Unicode" (UTF-16). Chat apps do not do that. ${NOTHING_KEPT}`],
      todo: [
        'Best: choose the file that came from the app, unchanged.',
        'Or open it, save it again as "UTF-8", and choose that one. Keep the first file too.',
      ],
    },
    writtenFile: {
      title: 'There is a picture or another file inside that text',
      why: [
        'Part of it is a file written out as letters and numbers. Apps sometimes do that.',
        'We take words only, so we took nothing of this text.',
      ],
      todo: [
        'Save the chat from the app again "without media".',
        'Or copy the words around it, leave those lines out, and paste the words here. Keep the first file.',
      ],
    },
    tooLarge: {
      title: 'That file is too large',
      why: ['We kept nothing of it.'],
      todo: ['Save the chat "without media". If it is still too large, call 101 and say so. Keep the file.'],
    },
    cut: {
      title: 'The file did not arrive whole',
      why: [
        'The connection broke, or stopped for a while, before its end. Nothing of it counts. What you gave us before is safe.',
      ],
      todo: ['Choose the file again. If that fails more than once, try with a better connection.'],
    },
    differs: {
      title: 'The file did not arrive as it left',
      why: ['Some of it was changed on the way. Nothing of it counts. What you gave us before is safe.'],
      todo: ['Choose the file again. If that fails more than once, try with another connection.'],
    },
  },
  {
    upTo: megabytes => `Rydym yn derbyn ffeiliau hyd at ${megabytes} MB.`,
    nearLine: line => `Edrychwch ger llinell ${line}.`,
    picture: {
      title: 'Llun yw’r ffeil honno',
      why: [
        'Efallai fod ei henw’n dweud rhywbeth arall. Mae hynny’n digwydd yn aml pan gaiff ffeil ei chadw neu ei hailenwi. Nid ydych wedi gwneud dim o’i le.',
        'Geiriau’n unig rydym yn eu derbyn. Ni wnaethom gadw dim o’r llun.',
      ],
      todo: [
        'Os gallai ddangos rhywun o dan 18 oed mewn ffordd rywiol, peidiwch â’i agor na’i gopïo eto. Dywedwch wrthym amdano mewn geiriau.',
        'Os yw’n sgrinlun o sgwrs, cadwch ef. Ysgrifennwch beth mae’n ei ddweud ar y dudalen “Beth ddigwyddodd”.',
      ],
    },
    recording: {
      title: 'Fideo neu recordiad sain yw’r ffeil honno',
      why: ['Geiriau’n unig rydym yn eu derbyn. Ni wnaethom gadw dim ohoni.'],
      todo: [
        'Cadwch hi. Ysgrifennwch beth mae’n ei ddangos a phryd y cafodd ei gwneud. Ffoniwch 101 a dywedwch ei bod gennych.',
      ],
    },
    archive: {
      title: 'Mae’r ffeil honno wedi’i phacio (zip neu debyg)',
      why: [
        'Gall sgwrs wedi’i phacio gynnwys lluniau. Byddwn yn agor .zip ar eich ffôn neu’ch cyfrifiadur eich hun, a dim ond ei eiriau sy’n ei adael.',
        `Ni allwn agor ffeiliau eraill wedi’u pacio. ${DIM_WEDI_EI_GADW}`,
      ],
      todo: [STOPIWCH, CADW_ETO, DADBACIO],
    },
    packedWithoutScripts: {
      title: 'Mae’r ffeil honno wedi’i phacio (zip neu debyg)',
      why: [
        'Gall sgwrs wedi’i phacio gynnwys lluniau. Felly mae sgript o’r dudalen hon yn ei hagor ar eich ffôn neu’ch cyfrifiadur eich hun, a dim ond ei geiriau sy’n ei adael.',
        'Yn eich porwr chi ni redodd y sgript honno: mae sgriptiau (JavaScript) wedi’u diffodd, neu ni lwythodd. Dim ond ychydig lythrennau cyntaf y ffeil a ddarllenwyd gennym, ac ni wnaethom gadw dim.',
      ],
      todo: [
        STOPIWCH,
        CADW_ETO,
        DADBACIO,
        'Neu trowch sgriptiau ymlaen, neu defnyddiwch borwr arall, megis y fersiwn ddiweddaraf o Chrome, Firefox, Edge neu Safari. Yna dewiswch y .zip eto.',
      ],
    },
    document: {
      title: 'Dogfen yw’r ffeil honno, nid testun plaen',
      why: [`Gall dogfen gynnwys lluniau, felly ni allwn ei chymryd yma. ${DIM_WEDI_EI_GADW}`],
      todo: [
        'Agorwch hi, copïwch ei geiriau, a’u gludo yma.',
        'Neu cadwch hi eto fel testun plaen. Bydd ei henw wedyn yn gorffen â .txt.',
      ],
    },
    binary: {
      title: 'Nid testun yw’r ffeil honno',
      why: [`Testun plaen yn unig rydym yn ei dderbyn, megis sgwrs a gadwyd o ap. ${DIM_WEDI_EI_GADW}`],
      todo: ['Cadwch y sgwrs o’r ap “without media”. Yna cewch ffeil sy’n gorffen â .txt neu .json.'],
    },
    empty: {
      title: 'Mae’r ffeil honno’n wag',
      why: ['Nid oes geiriau ynddi.'],
      todo: ['Cadwch y sgwrs o’r ap eto, gwnewch yn siŵr bod y ffeil yn fwy na 0 KB, a dewiswch hi yma.'],
    },
    utf16: {
      title: 'Cafodd y ffeil honno ei chadw mewn ffurf na allwn ei chymryd',
      why: [
        `Cafodd ei chadw gan raglen arall fel “Unicode” (UTF-16). Nid yw apiau sgwrsio’n gwneud hynny. ${DIM_WEDI_EI_GADW}`,
      ],
      todo: [
        'Gorau oll: dewiswch y ffeil a ddaeth o’r ap, heb ei newid.',
        'Neu agorwch hi, cadwch hi eto fel “UTF-8”, a dewiswch honno. Cadwch y ffeil gyntaf hefyd.',
      ],
    },
    writtenFile: {
      title: 'Mae llun neu ffeil arall y tu mewn i’r testun hwnnw',
      why: [
        'Mae rhan ohono’n ffeil wedi’i hysgrifennu fel llythrennau a rhifau. Mae apiau’n gwneud hynny weithiau.',
        'Geiriau’n unig rydym yn eu derbyn, felly ni wnaethom gymryd dim o’r testun hwn.',
      ],
      todo: [
        'Cadwch y sgwrs o’r ap eto “without media”.',
        'Neu copïwch y geiriau o’i gwmpas, gadewch y llinellau hynny allan, a gludwch y geiriau yma. Cadwch y ffeil gyntaf.',
      ],
    },
    tooLarge: {
      title: 'Mae’r ffeil honno’n rhy fawr',
      why: ['Ni wnaethom gadw dim ohoni.'],
      todo: [
        'Cadwch y sgwrs “without media”. Os yw’n rhy fawr o hyd, ffoniwch 101 a dywedwch hynny. Cadwch y ffeil.',
      ],
    },
    cut: {
      title: 'Ni chyrhaeddodd y ffeil yn gyfan',
      why: [
        'Torrodd y cysylltiad, neu stopiodd am ychydig, cyn ei diwedd. Nid oes dim ohoni’n cyfrif. Mae’r hyn a roesoch i ni o’r blaen yn ddiogel.',
      ],
      todo: [
        'Dewiswch y ffeil eto. Os bydd hynny’n methu fwy nag unwaith, rhowch gynnig arni gyda chysylltiad gwell.',
      ],
    },
    differs: {
      title: 'Ni chyrhaeddodd y ffeil fel yr anfonwyd hi',
      why: [
        'Cafodd rhan ohoni ei newid ar y ffordd. Nid oes dim ohoni’n cyfrif. Mae’r hyn a roesoch i ni o’r blaen yn ddiogel.',
      ],
      todo: [
        'Dewiswch y ffeil eto. Os bydd hynny’n methu fwy nag unwaith, rhowch gynnig arni gyda chysylltiad arall.',
      ],
    },
  },
);
