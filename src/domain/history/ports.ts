/**
 * Seals what an event needs to be made again to the evidence recipients. The holder cannot open what it sealed once the
 * process has ended: it knows the recipients, not their identities.
 */
export interface EventSealer {
  /** A complete age file. */
  seal(payload: Uint8Array): Uint8Array;
}

/** Opens what an `EventSealer` sealed. Held only where the evidence identity is. */
export interface EventOpener {
  /** The payload, or null when the age file is damaged or for somebody else. */
  open(sealed: Uint8Array): Promise<Uint8Array | null>;
}
