/** What may be happening now; ids are stored, words belong to the pages. */
export const DANGER_KINDS = [
  'child-in-danger',
  'meeting-planned',
  'confrontation',
  'self-harm-risk',
  'submitter-under-18',
] as const;
export type DangerKind = (typeof DANGER_KINDS)[number];

/** The answers of the danger screen, in the submitter's own words. They reach the desk when given, finished or not. */
export type DangerAnswers = {
  readonly happening: readonly DangerKind[];
  readonly what: string;
  readonly where: string;
  readonly who: string;
  readonly safeNumber: string;
  /** Whether that number may be rung now. Null: not answered, which is never a yes. */
  readonly mayRing: boolean | null;
};

export function isDangerKind(text: string): text is DangerKind {
  return (DANGER_KINDS as readonly string[]).includes(text);
}
