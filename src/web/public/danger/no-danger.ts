import type { DangerAnswers } from '#domain/intake/index.ts';

/** The danger screen with nothing answered. */
export const NO_DANGER: DangerAnswers = {
  happening: [],
  what: '',
  where: '',
  who: '',
  safeNumber: '',
  mayRing: null,
};
