import type { Stage } from '#domain/desk/index.ts';
import type { DangerKind, SubmitterType } from '#domain/intake/index.ts';
import { formatBasis, formatTitle } from '#portable/chat/index.ts';
import type { ChatFormat } from '#portable/chat/index.ts';
import { label, sourceClassLabel } from '#web/ui/police/index.ts';
import type { SourceClass } from '#web/ui/police/index.ts';
import type { Html } from '#web/ui/index.ts';

/** Who handed in, in the words of the form. */
export const SUBMITTER_WORDS: Readonly<Record<SubmitterType, string>> = {
  child: 'Child',
  'parent-or-carer': 'Parent or carer',
  'school-or-college': 'School or college',
  platform: 'Platform',
  'member-of-the-public': 'Member of the public',
  'activist-group-member': 'Activist group member',
  'named-person-or-family': 'Named, filmed or confronted, or their family',
  'other-professional': 'Other professional',
};

/** The danger answers as flags. */
export const DANGER_WORDS: Readonly<Record<DangerKind, string>> = {
  'child-in-danger': 'Child in danger',
  'meeting-planned': 'Meeting planned',
  confrontation: 'Confrontation or live stream',
  'self-harm-risk': 'May harm themselves',
  'submitter-under-18': 'Submitter is under 18',
};

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  new: 'New',
  triage: 'Triage',
  assessment: 'Assessment',
  decision: 'Decision',
  investigation: 'Investigation',
  closed: 'Closed',
};

/** The format of a chat in words; one this version does not know is shown as it is written. */
export function formatWords(format: string | null): string {
  return format === null ? 'No known chat' : formatTitle(format as ChatFormat);
}

/** That no real export of a format was ever read with its reader; nothing where one was. */
export function documentationWords(format: string | null): string | undefined {
  if (format === null || formatBasis(format as ChatFormat) !== 'documentation-only') return undefined;
  return 'The reader of this format was built from its documentation alone: no real export was read with it yet.';
}

const SOURCE_WORDS: Readonly<Record<string, SourceClass>> = {
  typed: 'typed',
  'party-export': 'party export',
  extract: 'extract',
  screenshot: 'screenshot',
  recording: 'recording',
  'provider-return': 'provider return',
  'police-extraction': 'police extraction',
};

/** The source class of an item, which stands wherever the item does; never left out, even when it is not one of ours. */
export function sourceLabel(sourceClass: string): Html {
  const words = SOURCE_WORDS[sourceClass];
  return words === undefined ? label(`source not known: ${sourceClass}`) : sourceClassLabel(words);
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** "0 bytes", "1 byte", "402,118 bytes", and beside large ones the size a person remembers: "5,242,880 bytes (5.2 MB)". */
export function sizeWords(sizeBytes: number): string {
  const exact = `${sizeBytes.toLocaleString('en-GB')} ${sizeBytes === 1 ? 'byte' : 'bytes'}`;
  if (sizeBytes < 10_000) return exact;
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(sizeBytes) / 3));
  return `${exact} (${(sizeBytes / 1000 ** power).toFixed(power === 1 ? 0 : 1)} ${UNITS[power]!})`;
}

/** "1 message", "4,812 messages". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${COUNT.format(count)} ${count === 1 ? one : many}`;
}

/** Made once: a page counts some hundreds of things. */
const COUNT = new Intl.NumberFormat('en-GB');
