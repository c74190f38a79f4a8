import { utf8 } from '#portable/bytes/index.ts';
import { TextScreen } from './text-screen.ts';

/** Whether what somebody typed, or a name, is words: a file written out in it would reach storage as surely as in a text. */
export function isOnlyWords(text: string): boolean {
  // The line feed in front keeps "BM" or "P3 2 2" at the beginning of a sentence from being taken for the start of a file.
  const screen = new TextScreen();
  const refusal = screen.push(utf8(`\n${text.toWellFormed()}`)) ?? screen.end();
  return refusal === null || refusal.reason === 'empty';
}
