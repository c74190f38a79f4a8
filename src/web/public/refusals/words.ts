import { html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** Source of the rules: docs on law, "portal text requirements". */
export const REFUSALS_WORDS = catalogue(
  {
    title: 'What you must not send',
    wordsOnly: html`<strong>Do not send pictures or videos here.</strong> We take words only.`,
    doNotCopy:
      'If a picture or video may show someone under 18 in a sexual way, do not look at it again. Do not copy, forward, screenshot, print or upload it. Copying it can be a crime, even if you mean to help.',
    ifInChat: 'If there may be such a picture in the chat',
    keepPhone:
      'Stop. Do not save the chat from the app. Keep the phone as it is and tell us about it in words. An officer will tell you how to hand the phone over.',
    please: 'Please',
    pleaseDo: [
      'keep the phone charged and switched on',
      'write down usernames, links, dates and times, and the name of the app',
    ],
    pleaseDoNot: [
      'do not delete anything, reset or update the phone, or log out of an account',
      'do not reply, pretend to be someone, arrange anything, confront, follow, film or post',
    ],
    noResult: 'This site cannot tell you later what came of it.',
  },
  {
    title: 'Beth na chewch ei anfon',
    wordsOnly: html`<strong>Peidiwch ag anfon lluniau na fideos yma.</strong> Dim ond geiriau rydym yn eu
      derbyn.`,
    doNotCopy:
      'Os gallai llun neu fideo ddangos rhywun o dan 18 oed mewn ffordd rywiol, peidiwch ag edrych arno eto. Peidiwch â’i gopïo, ei anfon ymlaen, tynnu sgrinlun ohono, ei argraffu na’i lanlwytho. Gall ei gopïo fod yn drosedd, hyd yn oed os ydych yn bwriadu helpu.',
    ifInChat: 'Os gallai fod llun o’r fath yn y sgwrs',
    keepPhone:
      'Stopiwch. Peidiwch â chadw’r sgwrs o’r ap. Cadwch y ffôn fel y mae a dywedwch wrthym amdano mewn geiriau. Bydd swyddog yn dweud wrthych sut i roi’r ffôn i’r heddlu.',
    please: 'Os gwelwch yn dda',
    pleaseDo: [
      'cadwch y ffôn wedi’i wefru ac ymlaen',
      'ysgrifennwch enwau defnyddwyr, dolenni, dyddiadau ac amseroedd, ac enw’r ap',
    ],
    pleaseDoNot: [
      'peidiwch â dileu unrhyw beth, ailosod na diweddaru’r ffôn, nac allgofnodi o gyfrif',
      'peidiwch ag ateb, cymryd arnoch eich bod yn rhywun arall, trefnu unrhyw beth, herio, dilyn, ffilmio na phostio',
    ],
    noResult: 'Ni all y wefan hon ddweud wrthych yn ddiweddarach beth ddaeth o hyn.',
  },
);
