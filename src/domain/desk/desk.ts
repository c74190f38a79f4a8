import type { Detection } from '#portable/chat/index.ts';
import type { DangerKind, ItemKind, SafeContact, SubmitterType } from '../intake/index.ts';
import type { DisposalStatus } from '../sealing/index.ts';

/** How far a submission is. In this order; a person moves it, either way. */
export const STAGES = ['new', 'triage', 'assessment', 'decision', 'investigation', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

export function isStage(text: string): text is Stage {
  return (STAGES as readonly string[]).includes(text);
}

/** An officer by id and as colleagues say it: "PC Tom Fairley". */
export type NamedOfficer = { readonly id: string; readonly title: string };

/**
 * A danger report, in the submitter's words. `isWaiting`: nobody has acknowledged what it says now, either because nobody
 * took it or because more was said since. `version` changes whenever the words do.
 */
export type DangerReport = {
  /** 32 hex. */
  readonly id: string;
  /** Null while the hand-in is not finished. */
  readonly reference: string | null;
  readonly submitterType: SubmitterType | null;
  /** Who has the submission. */
  readonly holder: NamedOfficer | null;
  readonly happening: readonly DangerKind[];
  readonly what: string;
  readonly where: string;
  readonly who: string;
  readonly safeNumber: string;
  /** Null: not said, which is never a yes. */
  readonly mayRing: boolean | null;
  /** How they later said it is safe to reach them; null until the hand-in is sealed and read, or when they said nothing. */
  readonly contact: SafeContact | null;
  /** When they took that back; null while they did not. */
  readonly contactWithdrawnAt: Date | null;
  readonly givenAt: Date;
  readonly changedAt: Date;
  readonly version: string;
  readonly isWaiting: boolean;
  /** Since when it waits for a person: since it was given, or since more was said after somebody took it. */
  readonly waitingSince: Date;
  readonly takenBy: NamedOfficer | null;
  readonly takenAt: Date | null;
  readonly closedAt: Date | null;
  readonly incidentNumber: string | null;
  readonly closingReason: string | null;
  /** It came when its connection had already sent more new reports than one household would. */
  readonly isOneOfMany: boolean;
};

/** What was sent one of the times, exactly as it came. `n` counts from 1. */
export type DangerVersion = Pick<
  DangerReport,
  'happening' | 'what' | 'where' | 'who' | 'safeNumber' | 'mayRing' | 'givenAt'
> & { readonly n: number };

/** Versions of one report, oldest first, and how many came before the first of them. */
export type DangerVersions = { readonly versions: readonly DangerVersion[]; readonly before: number };

/**
 * The orders of reports that wait. `named`: those that name a place, a person or a safe number first; within that, and in
 * `longest`, by how long they have waited.
 */
export const DANGER_ORDERS = ['longest', 'newest', 'named'] as const;
export type DangerOrder = (typeof DANGER_ORDERS)[number];

/** From this many on, reports that say the same or come from one connection stand in one row that opens. */
export const GROUP_FROM = 4;

/** Reports that stand in one row. */
export type DangerGroup = {
  /** Names the group in an address. */
  readonly key: string;
  readonly why: 'one-connection' | 'same-answers';
  readonly reports: number;
  /** How many of them name a place, a person or a safe number. */
  readonly naming: number;
  /** What is ticked in any of them. */
  readonly happening: readonly DangerKind[];
  readonly newestAt: Date;
};

/** A row of the danger that waits: one report, or the longest-waiting of a group that opens. */
export type DangerRow = { readonly report: DangerReport; readonly group: DangerGroup | null };

/** One page of the danger that waits. Every report that waits is in a row, and every row is on a page. */
export type WaitingDanger = {
  readonly rows: readonly DangerRow[];
  readonly from: number;
  readonly rowsInAll: number;
  /** All reports that wait, also those in groups, whatever was asked for. */
  readonly waiting: number;
  /** The order it is in: the one asked for, or `longest` while it fits on a page and `named` when not. */
  readonly order: DangerOrder;
};

/** Which page is asked for; `group` opens one group, `order` null leaves the order to how many wait. */
export type DangerAsked = {
  readonly order: DangerOrder | null;
  readonly group: string | null;
  readonly from: number;
  readonly limit: number;
};

/** Reports that somebody has taken and nobody has closed, longest ago first. */
export type TakenDanger = {
  readonly reports: readonly DangerReport[];
  readonly from: number;
  readonly taken: number;
};

/** A danger report that nobody has acknowledged should be taken within this time. */
export const TAKE_WITHIN_MS = 5 * 60_000;

/** A submission as a row of the queue. */
export type QueueEntry = {
  readonly reference: string;
  readonly submitterType: SubmitterType;
  readonly receivedAt: Date;
  readonly isSealed: boolean;
  /** Why it could not be sealed, when that was tried; null when it was sealed or has yet to be. */
  readonly notSealed: string | null;
  readonly stage: Stage;
  readonly holder: NamedOfficer | null;
  readonly chats: number;
  readonly fingerprints: number;
  readonly hasAccount: boolean;
  readonly messages: number;
  readonly formats: readonly string[];
  /** Readings that were refused or failed. */
  readonly unreadable: number;
  readonly reading: number;
  readonly danger: 'none' | 'waiting' | 'taken' | 'closed';
};

/** What the queue is narrowed to; what is left out does not narrow. Closed submissions show only when asked for. */
export type QueueFilter = {
  readonly stage?: Stage | undefined;
  readonly from?: SubmitterType | undefined;
  /** An officer's id, or null for what nobody has. */
  readonly holder?: string | null | undefined;
  /** The beginning or end of a reference. */
  readonly reference?: string | undefined;
};

/** One page of the queue, oldest received first, and how many there are. */
export type QueuePage = {
  readonly entries: readonly QueueEntry[];
  readonly matching: number;
};

export type DeskCounts = {
  readonly open: number;
  readonly unheld: number;
  /** Open submissions held by the officer who asks. */
  readonly own: number;
  readonly closed: number;
  /** Received but not sealed yet. */
  readonly unsealed: number;
  /** Those of them whose sealing was refused or put off. */
  readonly notSealed: number;
};

/** What was done about danger since `since`. */
export type DangerCounts = {
  readonly given: number;
  readonly taken: number;
  readonly closedWithIncident: number;
  readonly closedWithReason: number;
};

/** A process of the service that does not serve, since when, and why: a sentence without submitted words. */
export type ServiceTrouble = { readonly role: string; readonly since: Date; readonly reason: string };

/** A reading of an item, as the list of items shows it. */
export type ItemReading = {
  readonly id: string;
  readonly state: 'reading' | 'read' | 'refused' | 'failed';
  readonly reader: string;
  readonly format: string | null;
  readonly reason: string | null;
  readonly messages: number;
  /** The first line of the reading (JSON), or null. */
  readonly summary: string | null;
  /** Speakers that the summary leaves out. */
  readonly moreSpeakers: number;
  readonly moreConversations: number;
  /** What the item was taken for, and why; null where that was not kept. */
  readonly detection: Detection | null;
};

/** A sealed item. */
export type DeskItem = {
  readonly id: string;
  readonly number: number;
  readonly kind: ItemKind;
  readonly sourceClass: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256Hex: string;
  readonly sealedAt: Date;
  /** JSON of the archive an extract was taken from, or null. */
  readonly extractOf: string | null;
  /** Null while it is kept. */
  readonly disposal: (DisposalStatus & { readonly authority: string; readonly reason: string }) | null;
  readonly readings: readonly ItemReading[];
};

/** A continuity event as it stands in the record of a submission. `body` is the bytes that were committed to. */
export type RecordedEvent = {
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  readonly actor: { readonly kind: string; readonly id: string; readonly title: string | null };
  readonly n: number;
  readonly body: Uint8Array;
  readonly commitmentHex: string;
  readonly logIndex: number | null;
};

export type DeskBundle = {
  readonly id: string;
  readonly state: 'asked' | 'building' | 'ready' | 'failed';
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly readyAt: Date | null;
  readonly name: string | null;
  readonly sizeBytes: number | null;
  /** The SHA-256 of its tag manifest, and what the verifier prints (docs/formats/bundle.md); null until it is made. */
  readonly bundleIdHex: string | null;
  readonly failure: string | null;
};

/** A submission with everything its page shows, but for the answers, which are lines of a reading. */
export type DeskSubmission = {
  readonly id: string;
  readonly reference: string;
  readonly submitterType: SubmitterType;
  readonly receivedAt: Date;
  readonly sealedAt: Date | null;
  /** Why it could not be sealed, when that was tried. */
  readonly notSealed: string | null;
  readonly stage: Stage;
  readonly holder: NamedOfficer | null;
};

/** An answer of the submitter, by the name of its field. */
export type AccountAnswer = { readonly field: string; readonly text: string };
