import type { RefusalWords } from '../chat/refusal-words.ts';
import type { ScriptWords } from '../chat/script-words.ts';
import { ARCHIVE_LIMITS } from './archive-limits.ts';
import { ArchiveError } from './archive-problem.ts';
import { giveUp, send, type Sending } from './send.ts';
import {
  fileOf,
  foreignKind,
  isZip,
  type Outgoing,
  type Prepared,
  takeText,
  type Watcher,
} from './take-text.ts';
import type { Leaving, UploadState } from './upload-state.ts';

/** A chosen file: looked at on the device, and sent only when the person says so. `stop` ends whatever is done with it. */
type Chosen = {
  readonly file: File;
  readonly stop: AbortController;
  readonly prepared: Promise<Prepared | null>;
  isShown: boolean;
  /** Set once it was begun to send. */
  sending: Sending | null;
};

/** The upload form where scripts run. Choosing a file shows what would leave the device; the button sends it. */
export class UploadForm {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #state: UploadState;
  readonly #words: ScriptWords;
  #chosen: Chosen | null = null;

  constructor(form: HTMLFormElement, input: HTMLInputElement, state: UploadState, words: ScriptWords) {
    this.#form = form;
    this.#input = input;
    this.#state = state;
    this.#words = words;
  }

  /** Looks at the file that stands in the form. Nothing of it leaves the device. */
  choose(): void {
    this.#chosen?.stop.abort();
    this.#chosen = null;
    this.#state.clear();
    const file = this.#input.files?.[0];
    if (file === undefined) return;
    const stop = new AbortController();
    this.#state.begin(file.name, () => this.#forget());
    const prepared = prepare(file, stop.signal, { state: this.#state, words: this.#words });
    const chosen: Chosen = { file, stop, prepared, isShown: false, sending: null };
    this.#chosen = chosen;
    prepared.then(
      ready => this.#isStill(chosen) && this.#show(chosen, ready),
      (error: unknown) => this.#isStill(chosen) && this.#refuse(chosen, error),
    );
  }

  /** Sends what was chosen, or goes on sending it. False when nothing is chosen, and the form may be sent as it is. */
  add(): boolean {
    const chosen = this.#chosen;
    if (chosen === null) return false;
    // An archive is sent only after what leaves of it was shown: a press while it was being opened is no yes.
    const { isShown } = chosen;
    void chosen.prepared
      .then(ready => {
        if (ready === null || !this.#isStill(chosen) || (!isShown && ready.archive !== null))
          return undefined;
        return this.#send(chosen, ready.outgoing);
      })
      .catch((error: unknown) => this.#isStill(chosen) && this.#refuse(chosen, error));
    return true;
  }

  #isStill(chosen: Chosen): boolean {
    return this.#chosen === chosen && !chosen.stop.signal.aborted;
  }

  #show(chosen: Chosen, ready: Prepared | null): void {
    if (ready === null) {
      this.#forget();
      return;
    }
    chosen.isShown = true;
    if (chosen.sending === null) this.#state.ready(leavingOf(ready), () => this.#forget());
  }

  #refuse({ file }: Chosen, error: unknown): void {
    this.#forget();
    this.#state.problem(file.name, wordsOf(error, this.#words));
  }

  /** Takes the file out of the form and ends what was done with it; a part that was sent is given up. */
  #forget(): void {
    this.#chosen?.stop.abort();
    this.#chosen = null;
    this.#input.disabled = false;
    this.#form.reset();
    this.#state.clear();
  }

  /** What has arrived before a break is not sent again. */
  async #send(chosen: Chosen, outgoing: Outgoing): Promise<void> {
    if (this.#input.disabled) return;
    this.#input.disabled = true;
    const { stop, file } = chosen;
    const token = this.#form.querySelector<HTMLInputElement>('input[name=form_token]')?.value ?? '';
    if (chosen.sending === null) {
      const sending: Sending = { token, outgoing, location: '' };
      chosen.sending = sending;
      stop.signal.addEventListener('abort', () => void giveUp(sending), { once: true });
    }
    this.#state.begin(fileOf(outgoing).fileName, () => this.#forget());
    const sent = await send(chosen.sending, stop.signal, {
      words: this.#words,
      onProgress: (step, share) => this.#state.step(step, share),
    });
    if (!this.#isStill(chosen)) return;
    this.#input.disabled = false;
    if (sent.end === 'sent') return window.location.assign('/chat');
    if (sent.end === 'lost') return this.#state.problem(file.name, sent.problem, () => void this.add());
    this.#forget();
    this.#state.problem(file.name, sent.problem);
  }
}

/** What is thrown when a file is not taken, with the words for the person. */
class Refused extends Error {
  readonly words: RefusalWords;

  constructor(words: RefusalWords) {
    super(words.title);
    this.words = words;
  }
}

type Shown = { readonly state: UploadState; readonly words: ScriptWords };

/** What will leave the device; null when the person gave up. Throws what `wordsOf` puts in words. */
async function prepare(file: File, signal: AbortSignal, { state, words }: Shown): Promise<Prepared | null> {
  const watcher: Watcher = {
    words: words.steps,
    step: (text, share) => signal.aborted || state.step(text, share),
    choose: names => state.choose(names),
  };
  if (await isZip(file)) return takeText(file, signal, watcher);
  const found = await refuseHere(file);
  if (found !== null) throw new Refused(words.refused[found]);
  return { outgoing: [['file', { blob: file, fileName: file.name }]], archive: null };
}

/** The server would refuse it for its first bytes or its size: then it need not leave the device at all. */
async function refuseHere(file: File): Promise<keyof ScriptWords['refused'] | null> {
  const found = await foreignKind(file);
  if (found !== null) return found;
  return file.size > ARCHIVE_LIMITS.largestTextBytes ? 'too-large' : null;
}

function wordsOf(error: unknown, words: ScriptWords): RefusalWords {
  if (error instanceof Refused) return error.words;
  return words.archive[error instanceof ArchiveError ? error.problem : 'cannot-open-here'];
}

function leavingOf({ outgoing, archive }: Prepared): Leaving {
  const { blob, fileName } = fileOf(outgoing);
  return { name: fileName, sizeBytes: blob.size, archive };
}
