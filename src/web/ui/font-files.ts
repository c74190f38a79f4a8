/** A font file that we serve, with what `@font-face` says of it. */
export interface FontFile {
  readonly family: 'ibm-plex-sans' | 'ibm-plex-mono';
  readonly weight: 400 | 500 | 600;
  /** Name of the subset in the package's `unicode.json`, which gives its `unicode-range`. */
  readonly subset: string;
  readonly file: string;
}

const SUBSETS = {
  'ibm-plex-sans': ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  'ibm-plex-mono': ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
} as const;
const WEIGHTS = { 'ibm-plex-sans': [400, 500, 600], 'ibm-plex-mono': [400, 600] } as const;

/** Every font file we serve; a browser fetches only the subsets whose letters are on the page. */
export const FONT_FILES: readonly FontFile[] = (['ibm-plex-sans', 'ibm-plex-mono'] as const).flatMap(family =>
  SUBSETS[family].flatMap(subset =>
    WEIGHTS[family].map(weight => ({
      family,
      weight,
      subset,
      file: `${family}-${subset}-${weight}-normal.woff2`,
    })),
  ),
);
