/** What an officer or member of staff is at the desk; it decides, with what is allocated to them, what they may do. */
export const OFFICER_ROLES = [
  'intake-officer',
  'supervisor',
  'investigator',
  'disclosure-officer',
  'deconfliction-officer',
  'data-protection-officer',
  'auditor',
  'statistician',
  'administrator',
] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** Roles in words, as pages and the access matrix name them. */
export const ROLE_WORDS: Readonly<Record<OfficerRole, string>> = {
  'intake-officer': 'Intake officer',
  supervisor: 'Supervisor',
  investigator: 'Investigator',
  'disclosure-officer': 'Disclosure officer',
  'deconfliction-officer': 'Deconfliction officer',
  'data-protection-officer': 'Data protection officer',
  auditor: 'Auditor',
  statistician: 'Statistician',
  administrator: 'Administrator',
};

/** A person of the force. `id` is stable; `rank` is empty for police staff. */
export type Officer = {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  readonly role: OfficerRole;
};

/** Rank and name as colleagues say it: "PC Tom Fairley". */
export function officerTitle({ rank, name }: Pick<Officer, 'rank' | 'name'>): string {
  return `${rank} ${name}`.trim();
}
