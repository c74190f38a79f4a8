import { type Check, type Fault, type Place, runSlice } from './check.ts';

/** More faults than this are counted, not kept: somebody has to run fsck by then. */
const MOST_FAULTS_KEPT = 1000;
/** A run begins every night, at the first look after this hour, UTC. */
const HOUR = 2;
/** A run that found nothing to look at says nothing of what came after it: the next begins this much later. */
const AFTER_NOTHING_MS = 600_000;
const DAY_MS = 24 * 3_600_000;

/** One run of every check, in slices over hours. */
export type ScrubRun = {
  readonly begunAt: Date;
  /** When its newest slice ended. */
  readonly lastAt: Date;
  readonly finishedAt: Date | null;
  readonly next: Place | null;
  /** Things looked at so far, by check. */
  readonly seen: Readonly<Record<string, number>>;
  readonly faultCount: number;
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
};

/** A start at which the head file was not there though the log had entries; null where the log could not be compared. */
export type StartWithoutHead = { readonly startedAt: Date; readonly entries: number | null };

/** What the police side may see of the runs. */
export interface ScrubHistory {
  /** The newest run, finished or not. */
  newest(): Promise<ScrubRun | null>;
  /** The newest run that came to its end. */
  lastFinished(): Promise<ScrubRun | null>;
  /** Starts at which the head file was gone, newest first. */
  startsWithoutHead(): Promise<readonly StartWithoutHead[]>;
}

export interface ScrubStore {
  /** The newest run, finished or not. */
  newest(): Promise<(ScrubRun & { readonly id: string }) | null>;
  begin(run: ScrubRun): Promise<string>;
  keep(id: string, run: ScrubRun): Promise<void>;
}

export type ScrubParts = {
  readonly store: ScrubStore;
  readonly checks: readonly Check[];
  readonly clock: () => Date;
  /** When this service was started. What it found may have been brought back from a backup: it is looked at anew. */
  readonly startedAt?: Date;
  /** How long after its start a service has something better to do than to begin a run. */
  readonly restMs?: number;
};

/**
 * Does one slice of the run that is open, or begins one when it is due: every night, after every start, and soon after a
 * run that found nothing to look at. False when none is due. A crash costs the slice it happened in:
 * the run goes on from the place that was kept.
 */
export async function scrubNext({
  store,
  checks,
  clock,
  startedAt = new Date(0),
  restMs = 0,
}: ScrubParts): Promise<boolean> {
  const now = clock();
  if (now.getTime() < startedAt.getTime() + restMs) return false;
  const newest = await store.newest();
  const isOpen = newest !== null && newest.finishedAt === null;
  if (!isOpen && newest !== null && newest.begunAt >= startedAt && now < nextRunAt(newest)) return false;
  const run: ScrubRun = isOpen ? newest : emptyRun(now);
  const id = isOpen ? newest.id : await store.begin(run);
  const step = await runSlice(checks, run.next);
  const ended = clock();
  if (step === null) {
    await store.keep(id, { ...run, next: null, lastAt: ended, finishedAt: ended });
    return true;
  }
  await store.keep(id, {
    ...run,
    lastAt: ended,
    next: step.next,
    finishedAt: step.next === null ? ended : null,
    seen: { ...run.seen, [step.check.id]: (run.seen[step.check.id] ?? 0) + step.slice.seen },
    faultCount: run.faultCount + step.faults.length,
    faults: [...run.faults, ...step.faults].slice(0, MOST_FAULTS_KEPT),
    notes: [...run.notes, ...(step.slice.notes ?? [])].slice(0, MOST_FAULTS_KEPT),
  });
  return true;
}

function emptyRun(now: Date): ScrubRun {
  return {
    begunAt: now,
    lastAt: now,
    finishedAt: null,
    next: null,
    seen: {},
    faultCount: 0,
    faults: [],
    notes: [],
  };
}

/** When the run after this one is due, if the service is not started anew before. */
export function nextRunAt({ begunAt, seen }: Pick<ScrubRun, 'begunAt' | 'seen'>): Date {
  const begun = begunAt.getTime();
  const today = Date.UTC(begunAt.getUTCFullYear(), begunAt.getUTCMonth(), begunAt.getUTCDate(), HOUR);
  const night = begun < today ? today : today + DAY_MS;
  const sawRecords = (seen['events'] ?? 0) > 0;
  return new Date(sawRecords ? night : Math.min(night, begun + AFTER_NOTHING_MS));
}
