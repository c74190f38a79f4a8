import { FOREIGN, type ForeignCode } from '../foreign-files.ts';
import { DAMAGE, type DamageCode, SIGNS } from './signs.ts';

/** Signs whose sentence says how many there are, or in which form. */
const COUNTED = {
  'line-headers': ({ count = 0, form = '' }: Omit<Reason, 'code'>) =>
    `${count} ${count === 1 ? 'line begins' : 'lines begin'} with a date and time in the way of this format, such as "${form.trimEnd()}".`,
  'markdown-headers': ({ form = '' }: Omit<Reason, 'code'>) =>
    `Lines begin with a date, a time and a sender: "${form}".`,
};

type CountedCode = keyof typeof COUNTED;
/** A sign of which nothing but itself is said. */
export type PlainSign = keyof typeof SIGNS;
export type ReasonCode = PlainSign | CountedCode | ForeignCode;

/** Why an item is thought to be what it is said to be. A code, so that it can be kept, compared and put into other words. */
export interface Reason {
  readonly code: ReasonCode;
  /** How many were seen in the beginning of the item. */
  readonly count?: number;
  /** The form in which something is written, as a pattern without the item's own words. */
  readonly form?: string;
}

const SENTENCES: Readonly<Record<Exclude<ReasonCode, CountedCode>, string>> = { ...SIGNS, ...FOREIGN };

export const REASON_CODES: readonly string[] = [...Object.keys(SENTENCES), ...Object.keys(COUNTED)];

function isCounted(code: ReasonCode): code is CountedCode {
  return Object.hasOwn(COUNTED, code);
}

/** A reason as a sentence. */
export function reasonSentence({ code, ...seen }: Reason): string {
  return isCounted(code) ? COUNTED[code](seen) : SENTENCES[code];
}

/** How an item of a known format is damaged, as a sentence. */
export function damageSentence(code: DamageCode): string {
  return DAMAGE[code];
}

/** The signs that were seen, as reasons; false stands for one that was not. */
export function reasonsOf(...signs: readonly (PlainSign | false)[]): Reason[] {
  return signs.filter(sign => sign !== false).map(code => ({ code }));
}
