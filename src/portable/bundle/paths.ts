// Where everything lies in a bundle. Paths here are inside the bundle's own folder.

export const BAGIT_PATH = 'bagit.txt';
export const BAG_INFO_PATH = 'bag-info.txt';
export const MANIFEST_256_PATH = 'manifest-sha256.txt';
export const TAG_MANIFEST_PATH = 'tagmanifest-sha256.txt';
export const COVER_PATH = 'bundle.json';
export const EVENTS_PATH = 'continuity/events.jsonl';
export const POLICY_PATH = 'continuity/policy';
export const BUNDLE_PROOF_PATH = 'continuity/bundle.tlog-proof';
export const VERIFIER_PATH = 'verify/handover-verify.mjs';
export const HOW_TO_CHECK_PATH = 'verify/HOW-TO-CHECK.txt';

/** The tag files that every bundle has, but for the tag manifest and the bundle's own proof. */
export const FIXED_TAG_PATHS: readonly string[] = [
  BAGIT_PATH,
  BAG_INFO_PATH,
  MANIFEST_256_PATH,
  COVER_PATH,
  EVENTS_PATH,
  POLICY_PATH,
  VERIFIER_PATH,
  HOW_TO_CHECK_PATH,
];

function numbered(letter: string, number: number): string {
  return `${letter}${String(number).padStart(4, '0')}`;
}

/** `I0001`, the name of the bundle's first item. */
export function itemName(number: number): string {
  return numbered('I', number);
}

/** `T0001`, the name of the bundle's first transcript. */
export function transcriptName(number: number): string {
  return numbered('T', number);
}

export function itemPath(name: string): string {
  return `data/items/${name}.bin`;
}

export function openingPath(name: string): string {
  return `data/items/${name}.json`;
}

export function transcriptPath(name: string): string {
  return `data/transcripts/${name}.jsonl`;
}

/** Where the proof of an event lies: under its id, or under its number when the event is withheld. */
export function proofPath(event: { n: number; id: string | null }): string {
  const name = event.id ?? numbered('n', event.n);
  return `continuity/proofs/${name}.tlog-proof`;
}
