import { isOnlyWords } from '#domain/intake/index.ts';

/** As long as file systems allow. */
const LONGEST_NAME = 255;

/** The name a file came under; one that is missing, or is itself a file written out, is not kept. */
export function fileNameOf(given: string): string {
  const name = given.split(/[/\\]/).at(-1)?.slice(0, LONGEST_NAME).toWellFormed() ?? '';
  return name !== '' && isOnlyWords(name) ? name : 'A file whose name was not kept.txt';
}
