import type { GivenMark, GivenTranslation } from '../conversations/index.ts';
import type { Engagement, GivenQuestion } from '../engagement/index.ts';
import type { ReadingQuestion } from '../reading/index.ts';
import type {
  AccountAnswer,
  DangerAsked,
  DangerCounts,
  DangerReport,
  DangerVersions,
  DeskBundle,
  DeskCounts,
  DeskItem,
  DeskSubmission,
  NamedOfficer,
  QueueFilter,
  QueuePage,
  RecordedEvent,
  ServiceTrouble,
  Stage,
  TakenDanger,
  WaitingDanger,
} from './desk.ts';

/** Who did something, when, and in answer to which form: the same form sent again is the same act, done once. */
export type Act = { readonly officerId: string; readonly at: Date; readonly form?: string };

/**
 * `changed`: somebody else was first, or the words changed meanwhile. `own`: it takes another officer. `withdrawn`: the submitter
 * took back their consent to be contacted. In each, nothing was done.
 */
export type ActOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'changed' | 'same' | 'unknown-officer' | 'own' | 'withdrawn';
    };

/** How a danger report ends: what the control room called it, or why there is no incident. */
export type DangerClosing = { readonly incidentNumber: string } | { readonly reason: string };

/** An answer to a question that a file leaves open, and how it is known. An empty answer takes an earlier one back. */
export type GivenAnswer = {
  readonly question: ReadingQuestion;
  readonly answer: string;
  readonly reason: string;
};

/** What is said of a translation (the id of its event, 32 hex), and why. */
export type GivenRemark = {
  readonly kind: 'disputed' | 'taken-back';
  readonly translation: string;
  readonly reason: string;
};

/** Whether the service itself goes on. */
export interface ServiceState {
  /** Processes that do not serve at this moment; none, as a rule. */
  troubles(): Promise<readonly ServiceTrouble[]>;
}

/** The queue and what it is made of. */
export interface QueueStore {
  /** Reports that nobody has acknowledged as they stand. A page beyond the last is answered with the first. */
  waitingDanger(asked: DangerAsked): Promise<WaitingDanger>;
  takenDanger(from: number, limit: number): Promise<TakenDanger>;
  page(filter: QueueFilter, from: number, limit: number): Promise<QueuePage>;
  counts(officerId: string): Promise<DeskCounts>;
  dangerCounts(since: Date): Promise<DangerCounts>;
  danger(id: string): Promise<DangerReport | null>;
  /** What was sent each time: the newest versions, or those before number `before`. */
  dangerVersions(id: string, before: number | null): Promise<DangerVersions>;
}

/** One submission and what hangs on it. */
export interface SubmissionStore {
  find(reference: string): Promise<DeskSubmission | null>;
  items(submissionId: string): Promise<readonly DeskItem[]>;
  events(submissionId: string): Promise<readonly RecordedEvent[]>;
  bundles(submissionId: string): Promise<readonly DeskBundle[]>;
  bundle(
    id: string,
  ): Promise<(DeskBundle & { readonly reference: string; readonly holder: string | null }) | null>;
  dangerOf(submissionId: string): Promise<DangerReport | null>;
  answers(readingId: string): Promise<readonly AccountAnswer[]>;
  /** What was asked and what was added since the hand-in. */
  engagement(submissionId: string): Promise<Engagement>;
  /** Officers a submission may be allocated to. */
  allocatable(): Promise<readonly NamedOfficer[]>;
}

/** What officers change. Every act is one transaction with its continuity event, or nothing. */
export interface DeskActs {
  /** Acknowledges the words of `version`. */
  takeDanger(id: string, version: string, act: Act): Promise<ActOutcome>;
  closeDanger(id: string, version: string, closing: DangerClosing, act: Act): Promise<ActOutcome>;
  /** `from` is the stage the officer saw. */
  moveStage(
    submissionId: string,
    move: { readonly from: Stage; readonly to: Stage },
    act: Act,
  ): Promise<ActOutcome>;
  /** `from` is the holder the officer saw; `to` null gives it back to the desk. */
  allocate(
    submissionId: string,
    move: { readonly from: string | null; readonly to: string | null },
    act: Act,
  ): Promise<ActOutcome>;
  askBundle(submissionId: string, act: Act): Promise<ActOutcome>;
  /** A reading that failed is made again; `changed` when it did not fail or was asked for already. */
  askReading(readingId: string, act: Act): Promise<ActOutcome>;
  /** Answers what the item of a reading leaves open; `same` when that answer stands already. A new reading is made with it. */
  answerReading(readingId: string, given: GivenAnswer, act: Act): Promise<ActOutcome>;
  /** Says that this officer has read messages, or takes it back; `same` when that stands already, `changed` when there are no such messages. */
  markRead(readingId: string, given: GivenMark, act: Act): Promise<ActOutcome>;
  /** Puts a question to the submitter; free text waits for a second officer. `withdrawn` when they took their consent back. */
  askSubmitter(submissionId: string, given: GivenQuestion, act: Act): Promise<ActOutcome>;
  /** Lets free text go out; `own` to the officer who wrote it, `changed` when it was decided on already. */
  releaseQuestion(submissionId: string, questionId: string, act: Act): Promise<ActOutcome>;
  withholdQuestion(submissionId: string, questionId: string, reason: string, act: Act): Promise<ActOutcome>;
  /** Puts a translation of message `n` on record; `same` when one in the same words by the same translator stands, `changed` when there is no such message. */
  translate(readingId: string, n: number, given: GivenTranslation, act: Act): Promise<ActOutcome>;
  /** Objects to a standing translation of message `n`, or takes one's own back; `changed` when that cannot be done (any more). */
  remarkOnTranslation(readingId: string, n: number, remark: GivenRemark, act: Act): Promise<ActOutcome>;
}

/** A bundle as it leaves. A Node `Readable` is such a stream. */
export type BundleFile = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly stream: AsyncIterable<Uint8Array>;
};

/** Finished bundles as files. */
export interface BundleFiles {
  /** `id` is 32 hex. Null when the bundle is not ready or its file is gone. The stream is read to its end or returned early. */
  open(id: string): Promise<BundleFile | null>;
}
