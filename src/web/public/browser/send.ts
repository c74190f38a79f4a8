import type { RefusalWords } from '../chat/refusal-words.ts';
import type { ScriptWords } from '../chat/script-words.ts';
import { digestOf } from './file-digest.ts';
import { patiently } from './patience.ts';
import { fileOf, type Outgoing } from './take-text.ts';
import { askTus, type TusAnswer } from './tus-request.ts';

/** How sending ended. `lost`: the line stayed broken; what arrived waits, and the same call goes on from there. */
export type Sent =
  | { readonly end: 'sent' }
  | { readonly end: 'refused'; readonly problem: RefusalWords }
  | { readonly end: 'lost'; readonly problem: RefusalWords };

/** One file on its way; kept while the page is open, so that sending can go on after a break. */
export type Sending = {
  readonly token: string;
  readonly outgoing: Outgoing;
  /** Where the server has it; empty before it was begun. */
  location: string;
};

/** What is said while a file is sent, and who hears how far it is. */
export type Telling = {
  readonly words: Pick<ScriptWords, 'steps' | 'lost' | 'failed'>;
  readonly onProgress: (step: string, share: number) => void;
};

const UPLOADS = '/chat/uploads';
const OCTETS = { 'content-type': 'application/offset+octet-stream' };

/** Sends a file so that a broken line costs only what was on it: asks where it stands and goes on from there. */
export async function send(sending: Sending, signal: AbortSignal, telling: Telling): Promise<Sent> {
  const { blob } = fileOf(sending.outgoing);
  const problem = sending.location === '' ? await begin(sending, signal, telling) : null;
  if (problem !== null) return problem;
  const { words, onProgress } = telling;
  const patience = patiently(signal);
  for (;;) {
    const offset = await whereIsIt(sending, signal);
    if (offset === blob.size) return { end: 'sent' };
    if (offset === 'gone') return { end: 'refused', problem: words.failed };
    const answer = offset === 'lost' ? null : await sendFrom(sending, offset, { signal, telling });
    if (answer?.status === 422) return { end: 'refused', problem: readProblem(answer.body, words.failed) };
    if (answer?.status === 204 && Number(answer.header('upload-offset')) === blob.size)
      return { end: 'sent' };
    onProgress(words.steps.tryingAgain, offset === 'lost' ? 0 : offset / blob.size);
    if (!(await patience.wait(offset === 'lost' ? null : offset)))
      return { end: 'lost', problem: words.lost };
  }
}

/** Ends an upload that the person gave up; best effort, since it is cleared away by itself too. */
export async function giveUp({ token, location }: Sending): Promise<void> {
  if (location === '') return;
  await askTus({ method: 'DELETE', url: location, token }, new AbortController().signal);
}

async function begin(
  sending: Sending,
  signal: AbortSignal,
  { words, onProgress }: Telling,
): Promise<Sent | null> {
  const { token, outgoing } = sending;
  const { blob, fileName } = fileOf(outgoing);
  let doneBytes = 0;
  const sha256 = await digestOf(blob, signal, bytes => {
    doneBytes += bytes;
    onProgress(words.steps.wordsFingerprint, doneBytes / blob.size);
  });
  const fields = outgoing.filter((part): part is readonly [string, string] => typeof part[1] === 'string');
  const headers = {
    'upload-length': String(blob.size),
    'upload-metadata': [['filename', fileName], ['sha256', sha256], ...fields].map(pairOf).join(','),
  };
  const answer = await tryOften(signal, () =>
    askTus({ method: 'POST', url: UPLOADS, token, headers }, signal),
  );
  if (answer.status === 422) return { end: 'refused', problem: readProblem(answer.body, words.failed) };
  if (answer.status !== 201)
    return answer.status === 0 || answer.status === 429
      ? { end: 'lost', problem: words.lost }
      : { end: 'refused', problem: words.failed };
  const location = answer.header('location') ?? '';
  const isListed = await sendFingerprints({ ...sending, location }, signal);
  if (!isListed) return { end: 'lost', problem: words.lost };
  sending.location = location;
  return null;
}

async function sendFingerprints(
  { token, outgoing, location }: Sending,
  signal: AbortSignal,
): Promise<boolean> {
  const list = outgoing.find(([name]) => name === 'fingerprints')?.[1];
  if (list === undefined || typeof list === 'string') return true;
  const request = {
    method: 'POST',
    url: `${location}/fingerprints`,
    token,
    headers: OCTETS,
    body: list.blob,
  } as const;
  const { status } = await tryOften(signal, () => askTus(request, signal));
  // 409: an earlier try had arrived, only its answer was lost.
  return status === 204 || status === 409;
}

async function tryOften(signal: AbortSignal, ask: () => Promise<TusAnswer>): Promise<TusAnswer> {
  const patience = patiently(signal);
  for (;;) {
    const answer = await ask();
    if (!isForNow(answer.status) || !(await patience.wait(null))) return answer;
  }
}

async function whereIsIt(
  { token, location }: Sending,
  signal: AbortSignal,
): Promise<number | 'gone' | 'lost'> {
  const { status, header } = await askTus({ method: 'HEAD', url: location, token }, signal);
  if (status === 200) return Number(header('upload-offset'));
  return isForNow(status) ? 'lost' : 'gone';
}

/** No answer, "wait a minute", or something wrong on the other side: it may be another time. */
function isForNow(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}

async function sendFrom(
  { token, outgoing, location }: Sending,
  offset: number,
  { signal, telling }: { readonly signal: AbortSignal; readonly telling: Telling },
): Promise<TusAnswer> {
  const { blob } = fileOf(outgoing);
  const { words, onProgress } = telling;
  onProgress(words.steps.sending, offset / blob.size);
  const onSent = (bytes: number) => {
    const share = Math.min(1, (offset + bytes) / blob.size);
    onProgress(share < 1 ? words.steps.sending : words.steps.checking, share);
  };
  const headers = { ...OCTETS, 'upload-offset': String(offset) };
  return askTus({ method: 'PATCH', url: location, token, headers, body: blob.slice(offset), onSent }, signal);
}

function pairOf([name = '', value = '']: readonly string[]): string {
  const bytes = new TextEncoder().encode(value.toWellFormed());
  return `${name} ${btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))}`;
}

function readProblem(text: string, failed: RefusalWords): RefusalWords {
  try {
    const { title, why = [], todo = [] } = JSON.parse(text) as Partial<RefusalWords>;
    return { title: title ?? failed.title, why, todo };
  } catch {
    return failed;
  }
}
