import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'sass';
import { FONT_FILES } from '../font-files.ts';
import type { FontFile } from '../font-files.ts';
import { PACKAGE_FOLDERS } from '../package-folders.ts';

/** The style sheets that are kept ready made in `src/web/ui/built`. */
export const STYLE_SHEETS = ['public', 'police'] as const;

/** Where a ready-made style sheet is kept. */
export function builtPath(sheet: (typeof STYLE_SHEETS)[number]): string {
  return join(import.meta.dirname, '../built', `${sheet}.css`);
}

/** Compiles one style sheet from Sass, GOV.UK Frontend and our font files; the same sources give the same bytes. */
export function compileStyles(sheet: (typeof STYLE_SHEETS)[number]): string {
  const { css } = compile(join(import.meta.dirname, `${sheet}.scss`), {
    loadPaths: [join(PACKAGE_FOLDERS['govuk-frontend'], 'dist')],
    style: 'compressed',
    charset: false,
    quietDeps: true,
  });
  return `/* Made by scripts/build-styles.ts. Do not edit. */\n${fontFaces()}\n${css.replaceAll('}', '}\n')}`;
}

function fontFaces(): string {
  const families = { 'ibm-plex-sans': 'IBM Plex Sans', 'ibm-plex-mono': 'IBM Plex Mono' } as const;
  return FONT_FILES.map(
    font =>
      `@font-face{font-family:"${families[font.family]}";font-style:normal;font-weight:${font.weight};font-display:swap;src:url(${font.file}) format("woff2");unicode-range:${rangeOf(font)}}`,
  ).join('\n');
}

function rangeOf({ family, subset }: FontFile): string {
  const ranges = JSON.parse(readFileSync(join(PACKAGE_FOLDERS[family], 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  const range = ranges[subset];
  if (range === undefined) throw new Error(`The package of ${family} has no subset ${subset}`);
  return range;
}
