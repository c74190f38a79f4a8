import { digestOf } from './file-digest.ts';
import { patiently } from './patience.ts';
import { fileOf, type Outgoing } from './take-text.ts';
import { askTus, type TusAnswer } from './tus-request.ts';

/** Words for a person: what went wrong, why, and what to do. */
export type SendProblem = {
  readonly title: string;
  readonly why: readonly string[];
  readonly todo: readonly string[];
};

/** How sending ended. `lost`: the line stayed broken; what arrived waits, and the same call goes on from there. */
export type Sent =
  | { readonly end: 'sent' }
  | { readonly end: 'refused'; readonly problem: SendProblem }
  | { readonly end: 'lost'; readonly problem: SendProblem };

/** One file on its way; kept while the page is open, so that sending can go on after a break. */
export type Sending = {
  readonly token: string;
  readonly outgoing: Outgoing;
  /** Where the server has it; empty before it was begun. */
  location: string;
};

export type Progress = (words: string, share: number) => void;

const UPLOADS = '/chat/uploads';
const OCTETS = { 'content-type': 'application/offset+octet-stream' };

const LOST: SendProblem = {
  title: 'The file did not arrive whole',
  why: [
    'The connection broke. What you gave us before is safe.',
    'What has arrived of this file waits for a day. It counts only once all of it is there.',
  ],
  todo: ['When the connection is better, press "Go on sending". Keep this page open until then.'],
};

const GONE: SendProblem = {
  title: 'We could not take the file',
  why: ['Something went wrong on our side. Nothing of the file counts. What you gave us before is safe.'],
  todo: ['Choose the file again. If that fails more than once, open this page again and try once more.'],
};

/** Sends a file so that a broken line costs only what was on it: asks where it stands and goes on from there. */
export async function send(sending: Sending, signal: AbortSignal, onProgress: Progress): Promise<Sent> {
  const { blob } = fileOf(sending.outgoing);
  const problem = sending.location === '' ? await begin(sending, signal, onProgress) : null;
  if (problem !== null) return problem;
  const patience = patiently(signal);
  for (;;) {
    const offset = await whereIsIt(sending, signal);
    if (offset === blob.size) return { end: 'sent' };
    if (offset === 'gone') return { end: 'refused', problem: GONE };
    const answer = offset === 'lost' ? null : await sendFrom(sending, offset, { signal, onProgress });
    if (answer?.status === 422) return { end: 'refused', problem: readProblem(answer.body) };
    if (answer?.status === 204 && Number(answer.header('upload-offset')) === blob.size)
      return { end: 'sent' };
    onProgress('The connection broke. Trying again', offset === 'lost' ? 0 : offset / blob.size);
    if (!(await patience.wait(offset === 'lost' ? null : offset))) return { end: 'lost', problem: LOST };
  }
}

/** Ends an upload that the person gave up; best effort, since it is cleared away by itself too. */
export async function giveUp({ token, location }: Sending): Promise<void> {
  if (location === '') return;
  await askTus({ method: 'DELETE', url: location, token }, new AbortController().signal);
}

async function begin(sending: Sending, signal: AbortSignal, onProgress: Progress): Promise<Sent | null> {
  const { token, outgoing } = sending;
  const { blob, fileName } = fileOf(outgoing);
  let doneBytes = 0;
  const sha256 = await digestOf(blob, signal, bytes => {
    doneBytes += bytes;
    onProgress('Taking the fingerprint of the words', doneBytes / blob.size);
  });
  const fields = outgoing.filter((part): part is readonly [string, string] => typeof part[1] === 'string');
  const headers = {
    'upload-length': String(blob.size),
    'upload-metadata': [['filename', fileName], ['sha256', sha256], ...fields].map(pairOf).join(','),
  };
  const answer = await tryOften(signal, () =>
    askTus({ method: 'POST', url: UPLOADS, token, headers }, signal),
  );
  if (answer.status === 422) return { end: 'refused', problem: readProblem(answer.body) };
  if (answer.status !== 201)
    return answer.status === 0 || answer.status === 429
      ? { end: 'lost', problem: LOST }
      : { end: 'refused', problem: GONE };
  const location = answer.header('location') ?? '';
  const isListed = await sendFingerprints({ ...sending, location }, signal);
  if (!isListed) return { end: 'lost', problem: LOST };
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
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: Progress },
): Promise<TusAnswer> {
  const { blob } = fileOf(outgoing);
  onProgress('Sending the words', offset / blob.size);
  const onSent = (bytes: number) => {
    const share = Math.min(1, (offset + bytes) / blob.size);
    onProgress(share < 1 ? 'Sending the words' : 'Checking and locking the words', share);
  };
  const headers = { ...OCTETS, 'upload-offset': String(offset) };
  return askTus({ method: 'PATCH', url: location, token, headers, body: blob.slice(offset), onSent }, signal);
}

function pairOf([name = '', value = '']: readonly string[]): string {
  const bytes = new TextEncoder().encode(value.toWellFormed());
  return `${name} ${btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))}`;
}

function readProblem(text: string): SendProblem {
  try {
    const { title, why = [], todo = [] } = JSON.parse(text) as Partial<SendProblem>;
    return { title: title ?? GONE.title, why, todo };
  } catch {
    return GONE;
  }
}
