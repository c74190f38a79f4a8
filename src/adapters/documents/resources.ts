import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontOfWoff } from './woff.ts';

/** The compiler: Typst as WebAssembly, so it has no files, no network and no clock but what is given to it. */
export const COMPILER_PATH = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));

const fontsOf = (address: string, files: readonly string[]): readonly string[] =>
  files.map(file => join(dirname(fileURLToPath(address)), 'files', `${file}-normal.woff`));

/**
 * The font files of the documents: what the confined child must be able to read, in the order in which a character is
 * looked for. A character of no such file is shown by its code point.
 */
export const FONT_PATHS: readonly string[] = [
  ...fontsOf(import.meta.resolve('@fontsource/ibm-plex-sans/package.json'), [
    'ibm-plex-sans-latin-400',
    'ibm-plex-sans-latin-600',
    'ibm-plex-sans-latin-ext-400',
    'ibm-plex-sans-greek-400',
    'ibm-plex-sans-cyrillic-400',
    'ibm-plex-sans-cyrillic-ext-400',
    'ibm-plex-sans-vietnamese-400',
  ]),
  ...fontsOf(import.meta.resolve('@fontsource/ibm-plex-sans-arabic/package.json'), [
    'ibm-plex-sans-arabic-arabic-400',
  ]),
  ...fontsOf(import.meta.resolve('@fontsource/ibm-plex-sans-hebrew/package.json'), [
    'ibm-plex-sans-hebrew-hebrew-400',
  ]),
  ...fontsOf(import.meta.resolve('@fontsource/ibm-plex-mono/package.json'), ['ibm-plex-mono-latin-400']),
];

/** Every font of the documents as OpenType. */
export function documentFonts(): readonly Buffer[] {
  return FONT_PATHS.map(path => fontOfWoff(readFileSync(path)));
}
