import type { FormProblem } from '#web/ui/index.ts';

/** The forms of the page, by the last part of their address. */
export const RETURN_FORMS = [
  'answer',
  'words',
  'file',
  'correct',
  'contacted',
  'published',
  'withdraw',
] as const;
export type ReturnForm = (typeof RETURN_FORMS)[number];

/** A form that was sent and not taken: it is shown open again, as it was filled in. */
export type Typed = {
  readonly form: ReturnForm;
  /** The question of an answer. */
  readonly question?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
};
