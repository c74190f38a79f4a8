import { catalogue } from '#web/ui/language/index.ts';

export const CHILD_WORDS = catalogue(
  {
    title: 'You are not in trouble',
    first: 'Whatever happened, it is not your fault. You were right to come here.',
    how: [
      'You can tell us in your own words. A few words are enough.',
      'You do not have to send anything. You can stop at any time.',
    ],
    threatTitle: 'Is someone asking for pictures or money, or threatening to share a picture?',
    threat: 'It happens to many young people. It is a crime by the person who does it, not by you.',
    threatNot: ['do not pay, and do not send any more', 'do not reply to them', 'do not delete anything'],
    threatDo: ['tell an adult you trust, if you can'],
    remove:
      'Report Remove can help take down a picture or video of you. Childline runs it with the Internet Watch Foundation. Search for “Report Remove”.',
    talkTitle: 'Talk to someone now',
    talk: 'Childline is free and there day or night. You do not have to give your name.',
    childline: 'Childline: call',
  },
  {
    title: 'Nid ydych mewn trwbl',
    first: 'Beth bynnag a ddigwyddodd, nid eich bai chi ydyw. Roeddech yn iawn i ddod yma.',
    how: [
      'Gallwch ddweud wrthym yn eich geiriau eich hun. Mae ychydig eiriau’n ddigon.',
      'Nid oes rhaid i chi anfon dim. Gallwch stopio ar unrhyw adeg.',
    ],
    threatTitle: 'A oes rhywun yn gofyn am luniau neu arian, neu’n bygwth rhannu llun?',
    threat: 'Mae’n digwydd i lawer o bobl ifanc. Trosedd gan y sawl sy’n ei wneud ydyw, nid gennych chi.',
    threatNot: [
      'peidiwch â thalu, a pheidiwch ag anfon rhagor',
      'peidiwch â’u hateb',
      'peidiwch â dileu dim',
    ],
    threatDo: ['dywedwch wrth oedolyn rydych yn ymddiried ynddo, os gallwch'],
    remove:
      'Gall Report Remove helpu i dynnu llun neu fideo ohonoch i lawr. Childline sy’n ei redeg gyda’r Internet Watch Foundation. Chwiliwch am “Report Remove”.',
    talkTitle: 'Siaradwch â rhywun nawr',
    talk: 'Mae Childline am ddim ac yno ddydd a nos. Nid oes rhaid i chi roi eich enw.',
    childline: 'Childline: ffoniwch',
  },
);
