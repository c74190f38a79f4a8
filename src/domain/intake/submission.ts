/** Who hands in. */
export const SUBMITTER_TYPES = [
  'child',
  'parent-or-carer',
  'school-or-college',
  'platform',
  'member-of-the-public',
  'activist-group-member',
  'named-person-or-family',
  'other-professional',
] as const;
export type SubmitterType = (typeof SUBMITTER_TYPES)[number];

export function isSubmitterType(text: string): text is SubmitterType {
  return (SUBMITTER_TYPES as readonly string[]).includes(text);
}

/** How an item came to be; shown wherever the item is. */
export const SOURCE_CLASSES = [
  'typed',
  'party-export',
  'extract',
  'screenshot',
  'recording',
  'provider-return',
  'police-extraction',
] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/** A file that stayed with the submitter: its name, size and SHA-256. */
export type Fingerprint = { readonly name: string; readonly sizeBytes: number; readonly sha256Hex: string };

/** The archive an extract was taken from, in the submitter's own browser. */
export type ArchiveOfExtract = Fingerprint & {
  readonly member: string;
  readonly extractorVersion: string;
};

/**
 * 'chat': a chat or other text handed in. 'account': the answers of the form, as canonical JSON. 'fingerprints': a list of
 * Fingerprint, canonical JSON. 'file': anything that no reader is made for.
 */
export type ItemKind = 'chat' | 'account' | 'fingerprints' | 'file';

/** What a staged file is: travels as an age file, so that the public process cannot read it back. */
export type StagedFileMeta = {
  readonly kind: ItemKind;
  readonly name: string;
  readonly sourceClass: SourceClass;
  readonly sizeBytes: number;
  /** SHA-256 of the plain bytes as they arrived, in hex; compared with the read-back before sealing. */
  readonly sha256Hex: string;
  readonly extractOf: ArchiveOfExtract | null;
};
