import type { BoxOpener, EvidenceSealer, IntakeDoor, ResumableDigest } from '#domain/intake/index.ts';
import type { Log } from '#web/guards/index.ts';

/** What may differ from one installation to the next. */
export type PublicSettings = {
  /** The one address of these pages (`https://handover.northshire.example`), asked at each request. */
  readonly origin: () => string;
  /** The largest file of text that is taken, in bytes. */
  readonly largestFileBytes: number;
  /** Staged files a visitor may have at once, lists of fingerprints included. The door takes 40; the answers need room. */
  readonly mostFiles: number;
};

/** The defaults: 64 MiB is a chat of some 700,000 messages. */
export const PUBLIC_LIMITS = { largestFileBytes: 64 * 1024 * 1024, mostFiles: 36 } as const;

/** Everything the public pages need. The public process owns none of it beyond its own life. */
export type PublicParts = {
  readonly door: IntakeDoor;
  readonly sealer: EvidenceSealer;
  readonly opener: BoxOpener;
  readonly digest: ResumableDigest;
  readonly settings: PublicSettings;
  readonly clock: () => Date;
  /** Cryptographically random bytes. */
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly log: Log;
};
