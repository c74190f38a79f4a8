import { type ChatFormat, readChat } from '#portable/chat/index.ts';
import { METERED } from './chat-formats/metered.ts';

/** Reading each chat format, beside the least that a reader of its bytes must do: looking at each of them once. */
export const name = 'Reading chat formats, beside a search for line ends in the same bytes';

const MESSAGES = Number(process.env['BENCH_CHAT_MESSAGES'] ?? 100_000);
const RUNS = 3;
const MEGABYTE = 1_000_000;
const LINE_END = 10;

/** Makes every message once, with its bytes, its doubts and the text of its line. */
function readOurs(bytes: Uint8Array, format: ChatFormat): number {
  const result = readChat(bytes, { format });
  let count = 0;
  if (result.ok) for (const message of result.reading.messages) count += message.span[1] > 0 ? 1 : 0;
  return count;
}

function countLineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}

/** The seconds that the work takes. */
function seconds(work: () => number, isRight: (found: number) => boolean): number {
  const started = performance.now();
  const found = work();
  const took = (performance.now() - started) / 1000;
  if (!isRight(found)) throw new Error(`found ${found} of ${MESSAGES} messages`);
  return took;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

type Figures = { readonly rate: number; readonly limit: number; readonly megabytes: number };

/** Both sides in turn, so that a busy machine slows both. */
function measure(format: ChatFormat, bytes: Uint8Array): Figures {
  const [ours, limit]: [number[], number[]] = [[], []];
  readOurs(bytes, format);
  countLineEnds(bytes);
  for (let i = 0; i < RUNS; i++) {
    ours.push(
      seconds(
        () => readOurs(bytes, format),
        found => found === MESSAGES,
      ),
    );
    limit.push(
      seconds(
        () => countLineEnds(bytes),
        found => found >= 0,
      ),
    );
  }
  const megabytes = bytes.length / MEGABYTE;
  return { rate: megabytes / median(ours), limit: megabytes / median(limit), megabytes };
}

export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const rows: { name: string; value: number; unit: string }[] = [];
  const sizes: string[] = [];
  for (const { title, format, make } of METERED) {
    const { rate, limit, megabytes } = measure(format, new TextEncoder().encode(make(MESSAGES)));
    rows.push(
      { name: `${title}: every message with its span`, value: rate, unit: 'MB/s' },
      { name: `${title}: ratio to the search for line ends`, value: rate / limit, unit: 'times' },
    );
    sizes.push(`${title} ${megabytes.toFixed(1)} MB`);
  }
  return {
    rows,
    notes: [
      `${MESSAGES} messages of each format: ${sizes.join(', ')}. Median of ${RUNS} alternating runs.`,
      'Handover goes over the bytes twice, once to survey the file and once to make its messages; the search goes over them once.',
    ],
  };
}
