import { equalBytes, toHex } from '#portable/bytes/index.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import { readTile } from '#portable/tlog/index.ts';
import type { Check, Fault } from './check.ts';
import { CHECK_TITLES } from './titles.ts';
import type { RecordPages, RestingLog } from './ports.ts';
import { publishedSize } from './published-size.ts';

const ENTRIES_A_SLICE = 4096;
const TILE_WIDTH = 256;

type Found = Omit<Fault, 'check'>;

/** Every entry of the log is the commitment that the database has at its index, and every index below the head is there. */
export function indexCheck({ log, pages }: { readonly log: RestingLog; readonly pages: RecordPages }): Check {
  return {
    id: 'index',
    ...CHECK_TITLES.index,
    async slice(from) {
      const start = Number(from ?? 0);
      const size = await publishedSize(log);
      const end = Math.min(size, start + ENTRIES_A_SLICE);
      const rows = new Map(
        (await pages.index(start, ENTRIES_A_SLICE)).map(row => [row.index, row.commitment]),
      );
      // Read last: the head moves with the rows, in one transaction.
      const headSize = (await pages.head())?.size ?? 0;
      const faults = await compare(log, { rows, start, end, size });
      for (const index of rows.keys())
        if (index >= headSize)
          faults.push({
            where: `entry ${index}`,
            what: 'The database says that it is logged; the signed head ends before.',
          });
      return { next: end < size ? String(end) : null, seen: end - start, faults };
    },
  };
}

type Range = {
  readonly rows: ReadonlyMap<number, Uint8Array>;
  readonly start: number;
  readonly end: number;
  readonly size: number;
};

async function compare(log: RestingLog, { rows, start, end, size }: Range): Promise<Found[]> {
  const faults: Found[] = [];
  const gaps = new Gaps();
  for (let n = Math.floor(start / TILE_WIDTH); n * TILE_WIDTH < end; n += 1) {
    const width = Math.min(TILE_WIDTH, size - n * TILE_WIDTH);
    const bundle = await readTile({ level: 'entries', n, width }, log.readTile);
    for (let i = 0; i < width; i += 1) {
      const index = n * TILE_WIDTH + i;
      const row = rows.get(index);
      if (row === undefined) gaps.add(index);
      else if (bundle.ok && !isEntryOf(bundle.parts[i], row))
        faults.push({
          where: `entry ${index}`,
          what: `The log holds another entry than the commitment ${toHex(row)}.`,
        });
    }
  }
  return [...faults, ...gaps.ranges.map(gap)];
}

/** Neighbouring missing indexes as ranges, so that a hole of a million is one line. */
class Gaps {
  readonly ranges: { from: number; to: number }[] = [];

  add(index: number): void {
    const last = this.ranges.at(-1);
    if (last?.to === index - 1) last.to = index;
    else this.ranges.push({ from: index, to: index });
  }
}

function gap({ from, to }: { readonly from: number; readonly to: number }): Found {
  const where = from === to ? `entry ${from}` : `entries ${from} to ${to}`;
  return { where, what: 'The log holds it; the database does not.' };
}

function isEntryOf(entry: Uint8Array | undefined, commitment: Uint8Array): boolean {
  return entry !== undefined && commitment.length === 32 && equalBytes(entry, encodeEntry(commitment));
}
