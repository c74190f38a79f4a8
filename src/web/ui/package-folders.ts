import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const folderOf = (address: string): string => dirname(fileURLToPath(address));

/** Where the packages are installed whose files, not code, the kit uses. */
export const PACKAGE_FOLDERS = {
  'govuk-frontend': folderOf(import.meta.resolve('govuk-frontend/package.json')),
  'ibm-plex-mono': folderOf(import.meta.resolve('@fontsource/ibm-plex-mono/package.json')),
  'ibm-plex-sans': folderOf(import.meta.resolve('@fontsource/ibm-plex-sans/package.json')),
} as const;
