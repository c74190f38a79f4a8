import type { Language } from '#web/ui/language/index.ts';
import { type PageDetails, textBody } from '../page.ts';
import { spokenTime } from '../spoken-time.ts';
import { TROUBLE_WORDS } from './trouble-words.ts';

/** The danger answers could not be brought to the desk: the one page that may only say "call". */
export function cannotTellPage(language: Language): PageDetails {
  const words = TROUBLE_WORDS.in(language);
  return {
    title: words.cannotTell,
    danger: 'now',
    body: textBody(words.cannotTell, [words.nobodyTold, words.otherwise]),
  };
}

/** The desk has the danger answers, but nothing more can be kept at the moment. */
export function cannotKeepPage(toldAt: Date, language: Language): PageDetails {
  const words = TROUBLE_WORDS.in(language);
  return {
    title: words.cannotKeep,
    danger: 'now',
    body: textBody(words.cannotKeep, [words.sent(spokenTime(toldAt, language)), words.comeBack]),
  };
}
