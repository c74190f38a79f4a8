import type { Ranges } from '#domain/accounts/index.ts';
import { messageNumber } from '../conversation/numbers.ts';

/** "4,812 of 5,000 read". */
export function readWords(count: number, messages: number): string {
  return `${count.toLocaleString('en-GB')} of ${messages.toLocaleString('en-GB')} read`;
}

/** "1 to 200", or "7" for one message. */
export function spanWords([first, last]: Ranges[number]): string {
  return first === last ? messageNumber(first) : `${messageNumber(first)} to ${messageNumber(last)}`;
}
