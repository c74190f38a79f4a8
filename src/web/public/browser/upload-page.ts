import { refusalWords, type RefusalWords } from '../chat/refusal-words.ts';
import { ARCHIVE_LIMITS } from './archive-limits.ts';
import { ArchiveError, PROBLEM_WORDS } from './archive-problem.ts';
import { giveUp, send, type Sending } from './send.ts';
import { foreignKind, isZip, type Outgoing, takeText, type Watcher } from './take-text.ts';
import { UploadState } from './upload-state.ts';

// Makes the upload form of the chat page open zip files and show progress. Without it the form still takes text.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) enhance(form);

function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const place = form.querySelector<HTMLElement>('[data-upload-state]');
  if (input === null || place === null) return;
  for (const words of document.querySelectorAll<HTMLElement>('.ho-with-scripts')) words.hidden = false;
  const state = new UploadState(place);
  const begin = () => {
    const file = input.files?.[0];
    if (file !== undefined) void upload(form, file, state);
    return file !== undefined;
  };
  // A frightened person chooses the file and waits: so choosing it is enough.
  input.addEventListener('change', begin);
  form.addEventListener('submit', event => {
    if (begin()) event.preventDefault();
  });
  // On a slow line the file may have been chosen before this script was there.
  begin();
}

async function upload(form: HTMLFormElement, file: File, state: UploadState): Promise<void> {
  if (state.isWorking) return;
  const stop = new AbortController();
  state.begin(file.name, () => stop.abort());
  try {
    const refusal = await refuseHere(file);
    if (refusal !== null) state.problem(refusal);
    else await sendAll(form, { outgoing: await prepare(file, stop.signal, state), state }, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) state.clear();
    else state.problem(wordsOf(error));
  } finally {
    form.reset();
  }
}

function wordsOf(error: unknown): RefusalWords {
  const problem = error instanceof ArchiveError ? error.problem : 'cannot-open-here';
  const { title, why, todo } = PROBLEM_WORDS[problem];
  return { title, why: [why], todo: [todo] };
}

/** What will leave the device; null when the person gave up. */
async function prepare(file: File, signal: AbortSignal, state: UploadState): Promise<Outgoing | null> {
  const watcher: Watcher = {
    step: (text, share) => state.step(text, share),
    choose: names => state.choose(names),
  };
  return (await isZip(file))
    ? takeText(file, signal, watcher)
    : [['file', { blob: file, fileName: file.name }]];
}

/** The server would refuse it for its first bytes or its size: then it need not leave the device at all. */
async function refuseHere(file: File): Promise<RefusalWords | null> {
  const { largestTextBytes } = ARCHIVE_LIMITS;
  if (await isZip(file)) return null;
  const found = await foreignKind(file);
  if (found === 'utf-16') return refusalWords({ reason: 'utf-16' }, largestTextBytes);
  if (found !== null) return refusalWords({ reason: 'not-text', found }, largestTextBytes);
  return file.size > largestTextBytes ? refusalWords({ reason: 'too-large' }, largestTextBytes) : null;
}

type Job = { readonly outgoing: Outgoing | null; readonly state: UploadState };

async function sendAll(form: HTMLFormElement, { outgoing, state }: Job, signal: AbortSignal): Promise<void> {
  if (outgoing === null) {
    state.clear();
    return;
  }
  const token = form.querySelector<HTMLInputElement>('input[name=form_token]')?.value ?? '';
  await goOn({ token, outgoing, location: '' }, state, signal);
}

/** Sends, or goes on sending: what has arrived before a break is not sent again. */
async function goOn(sending: Sending, state: UploadState, signal: AbortSignal): Promise<void> {
  signal.addEventListener('abort', () => void giveUp(sending), { once: true });
  const sent = await send(sending, signal, (words, share) => state.step(words, share));
  if (sent.end === 'sent') window.location.assign('/chat');
  else state.problem(sent.problem, sent.end === 'lost' ? () => void again(sending, state) : null);
}

async function again(sending: Sending, state: UploadState): Promise<void> {
  const stop = new AbortController();
  state.begin(nameOf(sending.outgoing), () => stop.abort());
  try {
    await goOn(sending, state, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) state.clear();
    else state.problem(wordsOf(error));
  }
}

function nameOf(outgoing: Outgoing): string {
  const file = outgoing.find(([name]) => name === 'file')?.[1];
  return file === undefined || typeof file === 'string' ? '' : file.fileName;
}
