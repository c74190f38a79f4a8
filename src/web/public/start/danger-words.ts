import type { DangerKind } from '#domain/intake/index.ts';

/** How each danger is asked about on the start page, and said back afterwards. */
export const DANGER_WORDS: Readonly<
  Record<DangerKind, { readonly label: string; readonly hint: string; readonly said: string }>
> = {
  'child-in-danger': {
    label: 'A child is in danger',
    hint: 'With someone, missing, or being threatened',
    said: 'a child is in danger',
  },
  'meeting-planned': {
    label: 'A meeting with a child is planned',
    hint: 'Even if you are not sure it will happen',
    said: 'a meeting with a child is planned',
  },
  confrontation: {
    label: 'Someone is being confronted, followed or filmed',
    hint: 'Or it is being streamed live',
    said: 'someone is being confronted, followed or filmed',
  },
  'self-harm-risk': {
    label: 'Someone may harm themselves',
    hint: 'Anyone: a child, the person suspected, or their family',
    said: 'someone may harm themselves',
  },
  'submitter-under-18': {
    label: 'I am under 18',
    hint: 'We keep it short. You are not in trouble',
    said: 'you are under 18',
  },
};
