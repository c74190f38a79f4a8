import type { ReturnDoor } from '#domain/engagement/index.ts';
import type { BoxOpener, EvidenceSealer, IntakeDoor, ResumableDigest } from '#domain/intake/index.ts';
import type { BodyPace, Log, Room } from '#web/guards/index.ts';
import type { OfferedLanguage } from '#web/ui/language/index.ts';
import type { ToCheck } from './checking/route.ts';

/** What may differ from one installation to the next. */
export type PublicSettings = {
  /** The one address of these pages (`https://handover.northshire.example`), asked at each request. */
  readonly origin: () => string;
  /** The largest file of text that is taken, in bytes. */
  readonly largestFileBytes: number;
  /** Staged files a visitor may have at once, lists of fingerprints included. The door takes 40; the answers need room. */
  readonly mostFiles: number;
  /** Days after its last change until a draft is removed; said to the visitor. */
  readonly draftDays: number;
  /** The languages that the pages can be read in. */
  readonly languages: readonly OfferedLanguage[];
  /** Proxies whose word for where a request comes from is taken. */
  readonly trustedProxies: readonly string[];
  /** What bodies may hold in memory all together; beyond it a request is asked to come again. */
  readonly held: {
    readonly uploads: Room;
    readonly forms: Room;
    /** For the two forms that bring a danger to the desk, when there is no room among the forms. */
    readonly dangers: Room;
  };
  /** How slowly a request may come before it is ended. */
  readonly pace: BodyPace;
};

const MIB = 1024 * 1024;

/** The defaults: 64 MiB is a chat of some 700,000 messages; a phone on the slowest network sends 1 KiB in a second or two. */
export const PUBLIC_LIMITS = {
  largestFileBytes: 64 * MIB,
  mostFiles: 36,
  draftDays: 7,
  languages: [{ code: 'en', isDraft: false }],
  trustedProxies: [],
  held: {
    uploads: { all: 128 * MIB, ofOne: 32 * MIB },
    forms: { all: 64 * MIB, ofOne: 16 * MIB },
    dangers: { all: 16 * MIB, ofOne: 2 * MIB },
  },
  pace: { windowMs: 30_000, leastBytes: 1024 },
} as const;

/** Everything the public pages need. The public process owns none of it beyond its own life. */
export type PublicParts = {
  readonly door: IntakeDoor & ReturnDoor;
  readonly sealer: EvidenceSealer;
  readonly opener: BoxOpener;
  readonly digest: ResumableDigest;
  readonly settings: PublicSettings;
  readonly toCheck: ToCheck;
  readonly clock: () => Date;
  /** Cryptographically random bytes. */
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly log: Log;
};
