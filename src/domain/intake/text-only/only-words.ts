import { utf8 } from '#portable/bytes/index.ts';
import type { Writing } from './encoded-media.ts';
import { TextScreen } from './text-screen.ts';

/** Whether what somebody typed, or a name, is words: a file written out in it would reach storage as surely as in a text. */
export function isOnlyWords(text: string): boolean {
  return isWritten(text, 'talk');
}

/**
 * Whether names of files, one a line, are names. Apps make them up of random letters and digits, so that they are no
 * language: only written files whose beginning is known, and blocks without an end, are found among them.
 */
export function areOnlyNames(names: readonly string[]): boolean {
  return isWritten(names.join('\n'), 'names');
}

function isWritten(text: string, writing: Writing): boolean {
  // The line feed in front keeps "BM" or "P3 2 2" at the beginning of a sentence from being taken for the start of a file.
  const screen = new TextScreen(writing);
  const refusal = screen.push(utf8(`\n${text.toWellFormed()}`)) ?? screen.end();
  return refusal === null || refusal.reason === 'empty';
}
