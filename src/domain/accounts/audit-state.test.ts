import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeUtf8, toHex } from '#portable/bytes/index.ts';
import { leafHash, merkleRoot } from '#portable/tlog/index.ts';
import { encodeActState, encodeViewState } from './audit-state.ts';
import type { Ranges } from './ranges.ts';

const PATH = join(import.meta.dirname, '..', '..', '..', 'vectors', 'continuity', 'audit-minutes.json');

type Vectors = {
  readonly minutes: readonly {
    readonly name: string;
    readonly states: readonly { readonly canonical: string; readonly leafHash: string }[];
    readonly root: string;
  }[];
};

/** The members of a state as a vector writes them. */
type Written = {
  readonly kind: 'act' | 'view';
  readonly id: string;
  readonly officer: string | null;
  readonly action: string;
  readonly thing: { readonly kind: string; readonly id: string };
  readonly submission: string | null;
  readonly purpose: string;
  readonly at: string;
  readonly allowed: boolean;
  readonly detail: string;
  readonly windowAt: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly part: string;
  readonly looks: number;
  readonly ranges: Ranges;
};

function encodedAgain(written: Written): Uint8Array {
  const { kind, officer: officerId, thing, at, windowAt, firstAt, lastAt, ...rest } = written;
  const names = { ...rest, officerId, thingKind: thing.kind, thingId: thing.id };
  return kind === 'act'
    ? encodeActState({ ...names, at: new Date(at) })
    : encodeViewState({
        ...names,
        windowAt: new Date(windowAt),
        firstAt: new Date(firstAt),
        lastAt: new Date(lastAt),
      });
}

test('states and roots of audit minutes are what other software computed', () => {
  const { minutes } = JSON.parse(readFileSync(PATH, 'utf8')) as Vectors;
  assert.equal(minutes.length, 4);
  for (const { name, states, root } of minutes) {
    const bytes = states.map(({ canonical }) => encodedAgain(JSON.parse(canonical) as Written));
    assert.deepEqual(
      bytes.map(state => decodeUtf8(state)),
      states.map(({ canonical }) => canonical),
      name,
    );
    const leaves = bytes.map(leafHash);
    assert.deepEqual(
      leaves.map(toHex),
      states.map(state => state.leafHash),
      name,
    );
    assert.equal(toHex(merkleRoot(leaves)), root, name);
  }
});
