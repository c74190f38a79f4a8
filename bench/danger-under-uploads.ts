import { Guest } from './public/guest.ts';
import { startPublicProcess } from './public/public-process.ts';

/**
 * Reporting a danger while many uploads run, beside the same on a server that does nothing else: the start page, the "yes" that
 * reaches the desk, and the danger page behind it. The uploads come at the speed of a slow phone.
 * BENCH_UPLOADS: uploads at once, 200 when not set. BENCH_DANGERS: reports on each side, 200 when not set.
 */
export const name = 'Reporting a danger while uploads run, beside an idle server';

// oxlint-disable-next-line no-process-env
const UPLOADS = Number(process.env['BENCH_UPLOADS'] ?? 200);
// oxlint-disable-next-line no-process-env
const DANGERS = Number(process.env['BENCH_DANGERS'] ?? 200);
const FILE_BYTES = 590_000;
const SLOW_LINE = 50_000;
const AT_ONCE_TO_CHAT = 8;

const LINE = '12/03/2026, 21:41 - Kit: are you coming to the station after school\n';
const CHAT = Buffer.from(LINE.repeat(Math.ceil(FILE_BYTES / LINE.length))).subarray(0, FILE_BYTES);

let guests = 0;

function newGuest(port: number): Guest {
  guests += 1;
  return new Guest(port, guests);
}

/** Milliseconds of each report: three requests, as a person without scripts makes them. */
async function report(port: number): Promise<number> {
  const guest = newGuest(port);
  const began = performance.now();
  await guest.get('/');
  const told = await guest.post('/', { happening: 'child-in-danger' });
  const page = await guest.get('/danger');
  if (told.status !== 303 || page.status !== 200) throw new Error(`a danger was answered ${told.status}`);
  return performance.now() - began;
}

async function reports(port: number, until: () => boolean): Promise<number[]> {
  const took: number[] = [];
  while (!until()) took.push(await report(port));
  return took.toSorted((a, b) => a - b);
}

async function atChat(port: number): Promise<Guest> {
  const guest = newGuest(port);
  await guest.post('/', { happening: 'none' });
  await guest.post('/who', { submitterType: 'parent-or-carer' });
  for (const path of ['/contact', '/court', '/what-not-to-send']) await guest.post(path, {});
  return guest;
}

async function uploaders(port: number): Promise<Guest[]> {
  const all: Guest[] = [];
  while (all.length < UPLOADS) {
    const few = Math.min(AT_ONCE_TO_CHAT, UPLOADS - all.length);
    all.push(...(await Promise.all(Array.from({ length: few }, () => atChat(port)))));
  }
  return all;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const server = await startPublicProcess();
  try {
    const all = await uploaders(server.port);
    await reports(server.port, countdown(Math.min(20, DANGERS)));
    const idle = await reports(server.port, countdown(DANGERS));
    let isDone = false;
    const uploads = Promise.all(all.map(guest => guest.upload(CHAT, SLOW_LINE))).finally(
      () => (isDone = true),
    );
    const busy = await reports(server.port, () => isDone);
    const taken = (await uploads).filter(({ status }) => status === 303).length;
    return {
      rows: [
        { name: 'report on an idle server, median', value: at(idle, 0.5), unit: 'ms' },
        { name: 'report on an idle server, 99th percentile', value: at(idle, 0.99), unit: 'ms' },
        { name: 'report while uploads run, median', value: at(busy, 0.5), unit: 'ms' },
        { name: 'report while uploads run, 99th percentile', value: at(busy, 0.99), unit: 'ms' },
        { name: 'idle by busy, 99th percentile', value: at(idle, 0.99) / at(busy, 0.99), unit: 'times' },
      ],
      notes: [
        `${UPLOADS} uploads of ${FILE_BYTES / 1000} KB at once, each at ${(SLOW_LINE * 8) / 1000} kbit/s from an address of its own; ${taken} were taken. ${idle.length} and ${busy.length} reports, one after the other.`,
        'A report is three requests: the start page, the answer that reaches the desk, and the danger page. It counts only when the desk has it.',
      ],
    };
  } finally {
    await server.stop();
  }
}

function countdown(times: number): () => boolean {
  let left = times;
  return () => left-- <= 0;
}
