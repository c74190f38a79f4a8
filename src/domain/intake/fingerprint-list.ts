import type { ItemFacts } from '#portable/continuity/index.ts';

/** What the list of the files that stayed in an archive is called. */
export function fingerprintListName(archiveName: string): string {
  return `Fingerprints of what stayed in ${archiveName}.json`;
}

/** Whether an item is such a list and not the words of the chat: both were made of the same archive on the device. */
export function isFingerprintList({ name, extractOf }: Pick<ItemFacts, 'name' | 'extractOf'>): boolean {
  if (extractOf === undefined || name !== fingerprintListName(extractOf.name)) return false;
  // A chat that bears this very name is called after the entry it was taken from.
  return extractOf.member.split('/').at(-1) !== name;
}

/** Such a list in words for the person who handed it in. */
export const FINGERPRINT_LIST_WORDS = {
  name: 'List of fingerprints',
  source:
    'A list of the other files in the packed chat: their names, sizes and fingerprints. The files stayed with you',
} as const;
