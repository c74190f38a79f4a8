import { policeDeskOver } from '#support/police-desk.ts';
import { soughtForm } from '#domain/search/index.ts';
import { startBenchDatabase } from './readings/bench-database.ts';
import { anyWord, longChat, seededNumbers } from './readings/long-chat.ts';

/**
 * Pages of a long conversation as the police process makes them, through the real application over the real database as its
 * own role: searched, and opened anywhere. Beside PostgreSQL counting the same matches by reading every row.
 * BENCH_MESSAGES: 250,000 when not set. BENCH_PAGES: pages of either kind, 200 when not set.
 */
export const name = 'A long conversation: searching it, and opening it anywhere';

const MESSAGES = Number(process.env['BENCH_MESSAGES'] ?? 250_000);
const PAGES = Number(process.env['BENCH_PAGES'] ?? 200);
const WARM_UP = 20;

/** Terms as people type them: whole words, pieces of words of three letters and more, two words that may or may not stand together. */
function terms(words: readonly string[]): string[] {
  const next = seededNumbers(77);
  const long = (): string => {
    for (;;) {
      const word = anyWord(words, next);
      if (Array.from(word).length >= 3) return word;
    }
  };
  return Array.from({ length: PAGES + WARM_UP }, (_, i) => {
    const word = long();
    if (i % 4 === 0) return Array.from(word).slice(0, 3).join('');
    if (i % 4 === 1) return `${word} ${long()}`;
    return word;
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function percentile(values: readonly number[], share: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
  );
}

export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const database = await startBenchDatabase();
  try {
    return await measure(database);
  } finally {
    await database.stop();
  }
}

async function measure(database: Awaited<ReturnType<typeof startBenchDatabase>>) {
  const desk = await policeDeskOver(database);
  const chat = longChat(MESSAGES);
  const { items } = await desk.seed.submission({ items: [{ name: 'chat.txt', bytes: chat.bytes }] });
  const id = items[0]!.readingId;
  const officer = await desk.signIn('priya-nandra');
  const page = async (query: string): Promise<void> => {
    const { statusCode } = await officer.get(`/conversations/${id}?${query}`);
    if (statusCode !== 200) throw new Error(`a page answered ${statusCode}`);
  };
  const police = database.pool('handover_police');
  await police.query('select 1');
  const next = seededNumbers(5);
  const found: number[] = [];
  const opened: number[] = [];
  const scanned: number[] = [];
  for (const [i, term] of terms(chat.words).entries()) {
    const q = encodeURIComponent(term);
    const took = {
      found: await timed(() => page(`q=${q}`)),
      opened: await timed(() => page(`m=${1 + next(MESSAGES)}`)),
      scanned: await timed(() => scan(police, id, term)),
    };
    if (i < WARM_UP) continue;
    found.push(took.found);
    opened.push(took.opened);
    scanned.push(took.scanned);
  }
  await desk.app.close();
  const [p95, scan95] = [percentile([...found, ...opened], 0.95), percentile(scanned, 0.95)];
  return {
    rows: [
      {
        name: 'a search, the page with the first 200 matches, median',
        value: percentile(found, 0.5),
        unit: 'ms',
      },
      { name: 'a search, 95th percentile', value: percentile(found, 0.95), unit: 'ms' },
      { name: 'opened at any message, median', value: percentile(opened, 0.5), unit: 'ms' },
      { name: 'opened at any message, 95th percentile', value: percentile(opened, 0.95), unit: 'ms' },
      { name: 'both together, 95th percentile (bar: under 150)', value: p95, unit: 'ms' },
      { name: 'the same matches counted by reading every row, 95th percentile', value: scan95, unit: 'ms' },
    ],
    notes: [
      `${MESSAGES} messages in one conversation, ${(chat.bytes.length / 1e6).toFixed(1)} MB; ${PAGES} searches and ${PAGES} pages, one after the other.`,
      'A page is timed in the police process, from the request to the last byte of HTML, with sign-in, audit and every query.',
      'A quarter of the terms are three letters, a quarter two words, the rest one word; one word in ten is Cyrillic. Words are used as unevenly as in a language.',
    ],
  };
}

type Pool = ReturnType<Awaited<ReturnType<typeof startBenchDatabase>>['pool']>;

async function scan(pool: Pool, readingId: string, term: string): Promise<void> {
  await pool.query(
    'select count(*) from handover.reading_lines where reading_id = $1 and strpos(sought, $2) > 0',
    [Buffer.from(readingId, 'hex'), soughtForm(term)],
  );
}
