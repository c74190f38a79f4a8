/** Something that is not as it must be. `where` names the thing; `what` is a sentence without submitted words. */
export type Fault = { readonly check: string; readonly where: string; readonly what: string };

/** What one slice of a check gave. `next` is where to go on, null at the end. */
export type Slice = {
  readonly next: string | null;
  /** Things looked at in this slice. */
  readonly seen: number;
  readonly faults: readonly Omit<Fault, 'check'>[];
  /** Things worth knowing that are no fault, such as a file that a crash left behind and nothing names. */
  readonly notes?: readonly string[];
};

/**
 * One check of the whole record, in slices, so that a nightly scrub can stop and go on. It only reads. It never stops at a
 * fault: it names each and looks on.
 */
export type Check = {
  readonly id: string;
  /** What it looks at, for a person: "Every tile of the log". */
  readonly title: string;
  /** What `seen` counts: "tile", "tiles". */
  readonly one: string;
  readonly many: string;
  /** Does the next slice; `from` is null at the beginning, or what the slice before gave as `next`. */
  readonly slice: (from: string | null) => Promise<Slice>;
};

/** Where a run of checks stands. */
export type Place = { readonly check: string; readonly from: string | null };

/** What a run of checks tells as it goes. */
export type Step = {
  readonly check: Check;
  readonly slice: Slice;
  readonly faults: readonly Fault[];
  /** Where the next slice begins; null after the last check. */
  readonly next: Place | null;
};

/**
 * Does one slice at `place` (null: the first of the first check). A check that no longer exists, because the program was
 * changed in between, is passed over.
 */
export async function runSlice(checks: readonly Check[], place: Place | null): Promise<Step | null> {
  const at = place === null ? 0 : checks.findIndex(check => check.id === place.check);
  const check = checks[Math.max(0, at)];
  if (check === undefined) return null;
  const slice = await check.slice(at < 0 ? null : (place?.from ?? null));
  const following = checks[checks.indexOf(check) + 1];
  const next =
    slice.next !== null
      ? { check: check.id, from: slice.next }
      : following === undefined
        ? null
        : { check: following.id, from: null };
  return { check, slice, faults: slice.faults.map(fault => ({ check: check.id, ...fault })), next };
}

/** Does every slice of every check, in order. */
export async function* runChecks(checks: readonly Check[]): AsyncGenerator<Step> {
  let place: Place | null = null;
  do {
    const step: Step | null = await runSlice(checks, place);
    if (step === null) return;
    yield step;
    place = step.next;
  } while (place !== null);
}
