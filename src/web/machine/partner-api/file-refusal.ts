import type { StageRefusal } from '#domain/intake/index.ts';
import { Refused } from './problem.ts';

const NOTHING_KEPT = 'Nothing of it was kept.';

/** Why a file was not taken, for the system that sent it. */
export function fileRefusal(refusal: StageRefusal, largestBytes: number): Refused {
  const refused = (why: string) => new Refused('file-refused', `${why} ${NOTHING_KEPT}`);
  switch (refusal.reason) {
    case 'too-large':
      return new Refused('too-large', `A file may have ${largestBytes} bytes at most. ${NOTHING_KEPT}`);
    case 'empty':
      return refused('It holds no words.');
    case 'not-text':
      return refused(
        `Its first bytes are those of another kind of file (${refusal.found}). This way takes text only.`,
      );
    case 'utf-16':
      return refused('It is UTF-16. Send UTF-8.');
    case 'not-utf-8':
      return refused(`Line ${refusal.line} is not UTF-8.`);
    case 'control':
      return refused(`Line ${refusal.line} holds a control character that no text has.`);
    case 'written-file':
      return refused(
        `From line ${refusal.line} a file is written out in letters (${refusal.found}). Take it out.`,
      );
    case 'cut':
      return refused('The body broke off.');
    default:
      return unknown(refusal);
  }
}

function unknown(refusal: never): never {
  throw new TypeError(`no words for ${JSON.stringify(refusal)}`);
}
