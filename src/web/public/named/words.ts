import { catalogue } from '#web/ui/language/index.ts';

export const NAMED_WORDS = catalogue(
  {
    title: 'Your safety comes first',
    danger: 'If anyone threatens you or is outside your home, call 999 now.',
    talk: 'If it is too much, talk to someone. Samaritans are free and there day or night:',
    allegationTitle: 'Do not answer the allegation here',
    allegation: [
      'We do not ask about it on these pages. Please write nothing about it. A solicitor can help you.',
      'What you write and send may be read in a court case. You can talk to a solicitor first.',
      'What you hand in here goes to an officer who looks at what was done to you, and at nothing else.',
    ],
    list: [
      'keep threats, messages and letters as they are',
      'write down links, dates and times of films and posts',
    ],
    not: ['do not reply to anyone who threatens you', 'do not meet them, and do not delete anything'],
  },
  {
    title: 'Eich diogelwch chi sy’n dod gyntaf',
    danger: 'Os oes rhywun yn eich bygwth neu y tu allan i’ch cartref, ffoniwch 999 nawr.',
    talk: 'Os yw’n ormod, siaradwch â rhywun. Mae’r Samariaid am ddim ac yno ddydd a nos:',
    allegationTitle: 'Peidiwch ag ateb yr honiad yma',
    allegation: [
      'Nid ydym yn gofyn amdano ar y tudalennau hyn. Peidiwch ag ysgrifennu dim amdano. Gall cyfreithiwr eich helpu.',
      'Gall yr hyn rydych yn ei ysgrifennu a’i anfon gael ei ddarllen mewn achos llys. Gallwch siarad â chyfreithiwr yn gyntaf.',
      'Mae’r hyn rydych yn ei gyflwyno yma yn mynd at swyddog sy’n edrych ar yr hyn a wnaed i chi, ac ar ddim byd arall.',
    ],
    list: [
      'cadwch fygythiadau, negeseuon a llythyrau fel y maent',
      'ysgrifennwch ddolenni, dyddiadau ac amseroedd ffilmiau a phostiadau',
    ],
    not: ['peidiwch ag ateb neb sy’n eich bygwth', 'peidiwch â chwrdd â nhw, a pheidiwch â dileu dim'],
  },
);
