import { encodeCanonicalJson } from '#portable/bytes/index.ts';
import type { Ranges } from './ranges.ts';

type Named = {
  /** Decimal, running number of its kind of row. */
  readonly id: string;
  readonly officerId: string | null;
  readonly action: string;
  readonly thingKind: string;
  readonly thingId: string;
  readonly submission: string | null;
  readonly purpose: string;
};

/** An act or a refusal, which never changes. */
export type ActState = Named & { readonly at: Date; readonly allowed: boolean; readonly detail: string };

/** The looks of five minutes as they stood at the end of one minute. */
export type ViewState = Named & {
  readonly windowAt: Date;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly part: string;
  readonly looks: number;
  readonly ranges: Ranges;
};

/** The bytes that a minute's root covers: docs/formats/audit.md, "State of a row". */
export function encodeActState(state: ActState): Uint8Array {
  return encodeCanonicalJson({
    ...named(state),
    kind: 'act',
    at: state.at.toISOString(),
    allowed: state.allowed,
    detail: state.detail,
  });
}

/** As `encodeActState`, for a view. */
export function encodeViewState(state: ViewState): Uint8Array {
  return encodeCanonicalJson({
    ...named(state),
    kind: 'view',
    windowAt: state.windowAt.toISOString(),
    firstAt: state.firstAt.toISOString(),
    lastAt: state.lastAt.toISOString(),
    part: state.part,
    looks: state.looks,
    ranges: state.ranges,
  });
}

function named({ id, officerId, action, thingKind, thingId, submission, purpose }: Named) {
  return {
    v: 1,
    id,
    officer: officerId,
    action,
    thing: { kind: thingKind, id: thingId },
    submission,
    purpose,
  };
}
