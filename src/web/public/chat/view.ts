import { type Draft, type DraftFile, SOURCE_WORDS, type VisitorSecrets } from '#domain/intake/index.ts';
import { type FormProblem, html, type Html, isolated, NOTHING, problemAt } from '#web/ui/index.ts';
import { button, details, errorMessage } from '#web/ui/govuk/index.ts';
import { fileCard } from '#web/ui/public/index.ts';
import { UPLOAD_SCRIPT } from '../browser-scripts.ts';
import { pageForm, tokenField, type PageDetails } from '../page.ts';
import { spokenSize } from '../spoken-time.ts';
import { EXPORT_STEPS } from './export-steps.ts';
import { WHAT_LEAVES } from './what-leaves.ts';

export type ChatView = {
  readonly draft: Draft;
  readonly secrets: VisitorSecrets;
  readonly problems: readonly FormProblem[];
  readonly from: '/check' | undefined;
  /** Room for another file. */
  readonly hasRoom: boolean;
};

/** The chat and other texts: what was added, a way to add a file, to paste, or to say that there is none. */
export function chatPage(view: ChatView): Omit<PageDetails, 'backLink'> {
  const { draft, problems } = view;
  return {
    title: 'Add the chat',
    problems,
    scripts: [UPLOAD_SCRIPT],
    body: html`<h1 class="govuk-heading-l">Add the chat</h1>
      <p class="govuk-body">
        Add the file you saved from the app. We take words only, no pictures or videos: a file that ends in
        .txt or .json.
        <span class="ho-with-scripts" hidden
          >A .zip is opened on this device, and only its words leave it.</span
        >
      </p>
      ${draft.files.length > 0 ? withFiles(view) : withoutFiles(view)}`,
  };
}

function withFiles(view: ChatView): Html {
  const another = html`${view.hasRoom ? addFile(view) : FULL}${view.hasRoom && PASTE}${HELP}`;
  return html`${files(view)}
  ${details({ summaryText: 'Add another file, or paste words', html: another, open: view.problems.length > 0 })}
  ${goOn(view, button({ text: 'Continue', name: 'choice', value: 'files', preventDoubleClick: true }))}`;
}

function withoutFiles(view: ChatView): Html {
  const none = button({
    text: 'I have no chat, or I cannot save it',
    name: 'choice',
    value: 'none',
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  });
  return html`${WHAT_LEAVES} ${addFile(view)} ${HELP} ${PASTE}
    <h2 class="govuk-heading-m">No file?</h2>
    ${goOn(view, none)}`;
}

function files({ draft, secrets }: ChatView): Html {
  return html`<h2 class="govuk-heading-m">Your files</h2>
    <p class="govuk-body">
      Kept locked for this visit. ${draft.files.length === 1 ? 'It goes' : 'They go'} to the police when you
      press “Hand in”, at the end.
    </p>
    ${draft.files.map((file, n) => card(file, { secrets, sameAs: sameAs(file, draft.files.slice(0, n)) }))}`;
}

/** An earlier file with the same words, or none. */
function sameAs({ sha256Hex }: DraftFile, earlier: readonly DraftFile[]): DraftFile | undefined {
  return earlier.find(file => file.sha256Hex === sha256Hex);
}

type Card = { readonly secrets: VisitorSecrets; readonly sameAs: DraftFile | undefined };

function card(file: DraftFile, { secrets, sameAs }: Card): Html {
  return fileCard({
    name: isolated(file.name),
    line: html`${SOURCE_WORDS[file.sourceClass]}. ${spokenSize(file.sizeBytes)}, added.
    ${sameAs !== undefined && html`<strong>The same words as in ${isolated(sameAs.name)}, which you added before.</strong> You can remove one of them.`}`,
    state: 'safe',
    ...(file.fingerprints === null ? {} : { steps: [fingerprintStep(file)] }),
    action: html`<form method="post" action="/chat/remove">
      ${tokenField(secrets)}<input type="hidden" name="id" value="${file.id}" />
      <button class="ho-link-button" type="submit">
        Remove<span class="govuk-visually-hidden"> ${isolated(file.name)}</span>
      </button>
    </form>`,
  });
}

function fingerprintStep({ fingerprints, archiveName }: DraftFile) {
  const count = fingerprints?.count ?? 0;
  const files = count === 1 ? '1 other file' : `${count} other files`;
  const text = html`${files} in ${isolated(archiveName ?? '')} stayed with you. We have only
  ${count === 1 ? 'its fingerprint' : 'their fingerprints'}.`;
  return { text, isDone: true };
}

function addFile({ draft, secrets, problems }: ChatView): Html {
  const problem = problemAt(problems, 'file');
  return html`<form
    class="ho-upload"
    method="post"
    action="/chat/upload"
    enctype="multipart/form-data"
    data-upload
    novalidate
  >
    ${tokenField(secrets)}
    <div class="govuk-form-group${problem ? ' govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-label--m" for="file">
        ${draft.files.length > 0 ? 'Add another file' : 'Choose the file'}
      </label>
      <div id="file-hint" class="govuk-hint">
        A .txt or .json file<span class="ho-with-scripts" hidden>, or a .zip with one in it</span>, up to 64
        MB
      </div>
      ${problem ? errorMessage({ ...problem, id: 'file-error' }) : NOTHING}
      <input
        class="govuk-file-upload"
        id="file"
        name="file"
        type="file"
        autocomplete="off"
        aria-describedby="${problem ? 'file-hint file-error' : 'file-hint'}"
      />
    </div>
    <div class="ho-upload__state" data-upload-state aria-live="polite"></div>
    ${button({
      text: 'Add this file',
      ...(draft.files.length > 0 ? { classes: 'govuk-button--secondary' } : {}),
      preventDoubleClick: true,
    })}
  </form>`;
}

const FULL = html`<p class="govuk-body">
  You have added as many files as we can take at once. Remove one to add another.
</p>`;

const HELP = html`${details({ summaryText: 'How to save a chat from the app', html: EXPORT_STEPS })}
${details({
  summaryText: 'What a fingerprint is',
  html: html`<p class="govuk-body">
      It is a file’s name, its size, and a long code worked out from it. If an officer is later given the
      phone, the code shows whether it is the same file.
    </p>
    <p class="govuk-body">Nobody can turn the code back into the picture.</p>`,
})}`;

const PASTE = html`<p class="govuk-body">
  You can also <a class="govuk-link" href="/chat/paste">paste or type the words</a>.
</p>`;

function goOn({ secrets, from }: ChatView, controls: Html): Html {
  return pageForm({ action: '/chat', secrets, ...(from ? { from: 'check' } : {}) }, controls);
}
