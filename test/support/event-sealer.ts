import { createEventSealer, newIdentity, recipientOf } from '#adapters/age/index.ts';

/** Seals events to an identity that nobody keeps: for tests that append events and never make them again. */
export const forgottenSealer = createEventSealer([await recipientOf(await newIdentity())]);
