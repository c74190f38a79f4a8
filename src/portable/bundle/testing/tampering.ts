import assert from 'node:assert/strict';
import type { Policy } from '../../tlog/index.ts';
import { readRange, sourceOfBytes } from '../byte-source.ts';
import type { Hashers } from '../hashers.ts';
import { verifyBundle } from '../verify/verify-bundle.ts';
import type { VerifiedBundle } from '../verify/verify-bundle.ts';
import { readZip } from '../zip/index.ts';
import type { PlacedEntry } from '../zip/index.ts';
import { hide, unpack } from './hiding-adversary.ts';
import { numbersFrom } from './numbers.ts';

/** One change of one byte: at this place of the zip, in this file or in none, and what the check then said. */
export type Tampered = { at: number; path: string | null; hidden: boolean; result: VerifiedBundle };

type Run = { zip: Uint8Array; policy: Policy; hashers: Hashers; positions: number; hidden: boolean };

/**
 * Changes one byte at each of so many positions, half of them anywhere in the zip and half in a file chosen evenly, and
 * checks each. `hidden` has the adversary work out every manifest and zip field anew; a byte outside the files, which it
 * would only restore, is then left as changed.
 */
export async function* tamper({
  zip,
  policy,
  hashers,
  positions,
  hidden,
}: Run): AsyncGenerator<Tampered, void> {
  const next = numbersFrom(hidden ? 2 : 1);
  const { entries } = await readZip(sourceOfBytes(zip));
  const filled = (entries ?? []).filter(({ sizeBytes }) => sizeBytes > 0);
  for (let count = 0; count < positions; count += 1) {
    const file = count % 2 === 0 ? undefined : filled[next(filled.length)];
    const at = file ? file.dataOffset + next(file.sizeBytes) : next(zip.length);
    const changed = zip.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 + next(255));
    const entry = filled.find(one => at >= one.dataOffset && at < one.dataOffset + one.sizeBytes);
    const path = entry ? entry.name.slice(entry.name.indexOf('/') + 1) : null;
    const bytes = entry && hidden ? await rehide(zip, entry, { changed, hashers }) : changed;
    const result = await verifyBundle(sourceOfBytes(bytes), { policy, hashers });
    yield { at, path, hidden, result };
  }
}

async function rehide(
  zip: Uint8Array,
  entry: PlacedEntry,
  { changed, hashers }: { changed: Uint8Array; hashers: Hashers },
): Promise<Uint8Array> {
  const unpacked = await unpack(zip);
  const path = entry.name.slice(unpacked.folder.length + 1);
  const bytes = await readRange(sourceOfBytes(changed), entry.dataOffset, entry.sizeBytes);
  unpacked.files.set(path, bytes.slice());
  return hide(unpacked, [path], hashers);
}

/** Every detail of the failed findings, with the ids of their checks before them. */
export function failuresOf(result: VerifiedBundle): string {
  const failed = result.findings.filter(({ outcome }) => outcome === 'failed');
  return failed.map(({ check, details }) => `${check}: ${details.join(' ')}`).join('\n');
}

/** A failed check has to name what was changed: the file when it was not hidden, and what it is when it was. */
export function assertNamed({ at, path, hidden, result }: Tampered): void {
  const failures = failuresOf(result);
  const where = `byte ${at} of ${path ?? 'the zip itself'}${hidden ? ', hidden' : ''}`;
  assert.equal(result.verdict, 'failed', where);
  if (path === null) return assert.match(failures, /^zip: \S/m, where);
  if (!hidden) return assert.ok(failures.includes(path), `${where}\n${failures}`);
  const [, file] = /^data\/\w+\/([IT]\d+)\./.exec(path) ?? [];
  if (file !== undefined) assert.ok(failures.includes(file), `${where}\n${failures}`);
  assert.match(
    failures,
    /^(sealed-list|sealed-list-in-log|heads-signed|log-extends): \S/m,
    `${where}\n${failures}`,
  );
}
