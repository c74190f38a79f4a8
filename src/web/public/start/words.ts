import { catalogue } from '#web/ui/language/index.ts';

/** The start page, which asks about danger. */
export const START_WORDS = catalogue(
  {
    title: 'Hand in evidence of online grooming',
    lead: (force: string) =>
      `Give ${force} messages or information about someone who may be grooming a child online. You do not need an account or proof.`,
    question: 'Is any of this happening now, or in the next 24 hours?',
    all: 'Choose all that apply.',
    or: 'or',
    none: 'None of these',
    noneHint: 'You can still hand in what you have',
    choose: 'Choose what is happening, or choose "None of these"',
    goesToDesk:
      'If you choose one of the first five, your answer goes to the police desk when you press Continue, even if you stop there.',
    need: 'What you need',
    needed: (days: string) =>
      `About 10 minutes. The chat, if you have it: we show you how to save it from your app. If you stop, you can carry on in this browser until you close it or clear your answers. We remove answers and files that were not handed in ${days} after your last answer.`,
    otherWays: 'Other ways to tell us',
    otherWay: 'Call 101, or go to a police station. You can bring the phone with you.',
    before: 'Before you start',
    canHandIn: 'You can hand in',
    can: [
      'messages and chats saved from an app',
      'usernames, links, dates and times',
      'what happened, in your own words',
    ],
    doNotSend: 'Do not send or copy',
    noPictures:
      'any picture or video that may show someone under 18: no screenshots, no forwarding, no second look',
    noPicturesWhy:
      'Copying it can be a crime, even to help. Call 101 and say that you have a phone to hand over.',
    stop: 'Please stop here',
    stopDoing: [
      'do not reply, or pretend to be someone else',
      'do not meet, follow, film or post',
      'do not delete anything or reset the phone',
    ],
    handedIn: { text: 'You handed in from this browser.', link: 'See your receipt' },
    begun: { text: 'You have begun already.', link: 'Carry on where you stopped' },
  },
  {
    title: 'Cyflwyno tystiolaeth o feithrin perthynas amhriodol ar-lein',
    lead: force =>
      `Rhowch i ${force} negeseuon neu wybodaeth am rywun a allai fod yn meithrin perthynas amhriodol â phlentyn ar-lein. Nid oes angen cyfrif na phrawf arnoch.`,
    question: 'A oes unrhyw un o’r rhain yn digwydd nawr, neu yn y 24 awr nesaf?',
    all: 'Dewiswch bob un sy’n berthnasol.',
    or: 'neu',
    none: 'Dim un o’r rhain',
    noneHint: 'Gallwch gyflwyno’r hyn sydd gennych o hyd',
    choose: 'Dewiswch beth sy’n digwydd, neu dewiswch “Dim un o’r rhain”',
    goesToDesk:
      'Os dewiswch un o’r pump cyntaf, bydd eich ateb yn mynd i ddesg yr heddlu pan fyddwch yn pwyso Parhau, hyd yn oed os byddwch yn stopio yno.',
    need: 'Beth sydd ei angen arnoch',
    needed: days =>
      `Tua 10 munud. Y sgwrs, os yw hi gennych: byddwn yn dangos i chi sut i’w chadw o’ch ap. Os byddwch yn stopio, gallwch barhau yn y porwr hwn nes i chi ei gau neu glirio eich atebion. Byddwn yn dileu atebion a ffeiliau na chawsant eu cyflwyno ${days} ar ôl eich ateb olaf.`,
    otherWays: 'Ffyrdd eraill o ddweud wrthym',
    otherWay: 'Ffoniwch 101, neu ewch i orsaf heddlu. Gallwch ddod â’r ffôn gyda chi.',
    before: 'Cyn i chi ddechrau',
    canHandIn: 'Gallwch gyflwyno',
    can: [
      'negeseuon a sgyrsiau a gadwyd o ap',
      'enwau defnyddwyr, dolenni, dyddiadau ac amseroedd',
      'beth ddigwyddodd, yn eich geiriau eich hun',
    ],
    doNotSend: 'Peidiwch ag anfon na chopïo',
    noPictures:
      'unrhyw lun neu fideo a allai ddangos rhywun o dan 18 oed: dim sgrinluniau, dim anfon ymlaen, dim edrych eto',
    noPicturesWhy:
      'Gall ei gopïo fod yn drosedd, hyd yn oed i helpu. Ffoniwch 101 a dywedwch fod gennych ffôn i’w roi i’r heddlu.',
    stop: 'Stopiwch yma, os gwelwch yn dda',
    stopDoing: [
      'peidiwch ag ateb, na chymryd arnoch eich bod yn rhywun arall',
      'peidiwch â chyfarfod, dilyn, ffilmio na phostio',
      'peidiwch â dileu unrhyw beth nac ailosod y ffôn',
    ],
    handedIn: { text: 'Rydych wedi cyflwyno o’r porwr hwn.', link: 'Gweld eich derbynneb' },
    begun: { text: 'Rydych wedi dechrau’n barod.', link: 'Parhau o’r lle y gwnaethoch stopio' },
  },
);
